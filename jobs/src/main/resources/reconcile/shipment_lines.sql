-- One row per line that now stands, of either side of a shipment × clave that a line delivered tonight names: as far
-- as it is known. site_clues is where it was received, or where it was sent to.
with versions as (
    select
        known_lines.extract, known_lines.clues, known_lines.document_no, known_lines.line_no,
        known_lines.posting_date, known_lines.taken, known_lines.row_no, known_lines.cancelled,
        extract = 'distributions' as is_sent,
        case
            when extract = 'distributions' then clues
            when source = 'TRANSFER' then counterpart_clues
        end as origin_clues,
        known_lines.shipment_no, known_lines.clave, known_lines.lot,
        case when extract = 'distributions' then counterpart_clues else clues end as site_clues,
        known_lines.expires_on, known_lines.quantity
    from known_lines
    where extract in ('distributions', 'receipts')
),

touched as (
    select distinct versions.origin_clues, versions.shipment_no, versions.clave
    from versions
    inner join night on night.business_date = versions.posting_date
    union
    select
        case when extract = 'distributions' then clues else counterpart_clues end,
        shipment_no,
        clave
    from previous_lines
    where extract = 'distributions' or (extract = 'receipts' and source = 'TRANSFER')
),

keys as (
    select distinct versions.extract, versions.clues, versions.document_no, versions.line_no
    from versions
    inner join touched
        on touched.origin_clues = versions.origin_clues
        and touched.shipment_no = versions.shipment_no
        and touched.clave = versions.clave
),

ranked as (
    select
        versions.*,
        row_number() over (
            partition by versions.extract, versions.clues, versions.document_no, versions.line_no
            order by versions.posting_date desc, versions.taken desc, versions.row_no desc
        ) as recency
    from versions
    inner join keys
        on keys.extract = versions.extract
        and keys.clues = versions.clues
        and keys.document_no = versions.document_no
        and keys.line_no = versions.line_no
)

select
    ranked.is_sent, ranked.origin_clues, ranked.shipment_no, ranked.clave, ranked.lot, ranked.site_clues,
    ranked.document_no, ranked.expires_on, ranked.quantity,
    ranked.posting_date = night.business_date as is_of_tonight
from ranked
inner join touched
    on touched.origin_clues = ranked.origin_clues
    and touched.shipment_no = ranked.shipment_no
    and touched.clave = ranked.clave
cross join night
where ranked.recency = 1 and not ranked.cancelled
