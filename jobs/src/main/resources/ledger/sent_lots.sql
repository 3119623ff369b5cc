-- One row per origin × shipment × clave × lot of which a distribution line is known and in force, of shipments that have
-- an UNMATCHED row: of claves that are closed and not listed, too. It is due as its row of shipments is, or was.
with asked as (
    select distinct origin_clues, shipment_no from shipments where status = 'UNMATCHED'
),

versions as (
    select clues, document_no, line_no, clave, lot, event_on, counterpart_clues, cancelled, posting_date, taken, row_no
    from known_lines
    where extract = 'distributions'
    union all
    select clues, document_no, line_no, clave, lot, event_on, counterpart_clues, cancelled, posting_date, taken, row_no
    from lines
    where extract = 'distributions'
),

ranked as (
    select
        versions.*,
        row_number() over (
            partition by versions.clues, versions.document_no, versions.line_no
            order by versions.posting_date desc, versions.taken desc, versions.row_no desc
        ) as recency
    from versions
    semi join asked on asked.origin_clues = versions.clues and asked.shipment_no = versions.document_no
),

sent as (
    select
        clues as origin_clues, document_no as shipment_no, clave, lot,
        min(struct_pack(event_on := event_on, site := counterpart_clues)) as first_sent
    from ranked
    where recency = 1 and not cancelled
    group by clues, document_no, clave, lot
)

select
    sent.origin_clues, sent.shipment_no, sent.clave, sent.lot,
    days_after(sent.first_sent.event_on, coalesce(routes.transit_days, night.transit_days)) as due_on
from sent
cross join night
left join routes
    on routes.origin_clues = sent.origin_clues and routes.destination_clues = sent.first_sent.site
