-- One row per prescription_no × clave (contract section 5, prescriptions).
with replaced as (
    select distinct document_no as prescription_no from replaced_lines where extract = 'dispensations'
),

touched as (
    select document_id as prescription_no from touched_documents where document = 'prescription'
),

-- The lines that now stand of the prescriptions that tonight's lines name; their clave as it stands too.
lines_together as (
    select
        prescription_no, clave, prescribed, dispensed, first_filler_by_name, last_filler_by_name, first_filled_on,
        last_filled_on, last_line_on
    from dispensed_tonight
    where prescription_no not in (select prescription_no from touched)
    union all
    select
        document_id, clave,
        max(prescribed_quantity),
        sum(quantity),
        min(case when quantity > 0 then clues end),
        max(case when quantity > 0 then clues end),
        min(case when quantity > 0 then event_on end),
        max(case when quantity > 0 then event_on end),
        max(event_on)
    from touched_lines
    where document = 'prescription'
    group by document_id, clave
),

filled_lines as (
    select document_no as prescription_no, clave, clues, event_on
    from current_lines
    where extract = 'dispensations' and quantity > 0
        and document_no not in (select prescription_no from touched)
    union all
    select document_id, clave, clues, event_on
    from touched_lines
    where document = 'prescription' and quantity > 0
),

-- Hardly any are filled at several sites: only these have their lines compared.
at_several_sites as (
    select
        filled_lines.prescription_no, filled_lines.clave,
        count(distinct filled_lines.clues) as sites,
        min(struct_pack(event_on := filled_lines.event_on, site := filled_lines.clues)).site as first_clues
    from filled_lines
    inner join lines_together
        on lines_together.prescription_no = filled_lines.prescription_no
        and lines_together.clave = filled_lines.clave
    where lines_together.first_filler_by_name <> lines_together.last_filler_by_name
    group by filled_lines.prescription_no, filled_lines.clave
),

standing as (
    select
        lines_together.prescription_no,
        lines_together.clave,
        lines_together.prescribed,
        lines_together.dispensed,
        coalesce(
            at_several_sites.sites, case when lines_together.first_filler_by_name is null then 0 else 1 end
        ) as sites,
        case
            when lines_together.first_filled_on is not null
            then struct_pack(
                event_on := lines_together.first_filled_on,
                site := coalesce(at_several_sites.first_clues, lines_together.first_filler_by_name)
            )
        end as first_fill,
        lines_together.last_filled_on,
        lines_together.last_line_on
    from lines_together
    left join at_several_sites
        on at_several_sites.prescription_no = lines_together.prescription_no
        and at_several_sites.clave = lines_together.clave
),

-- What tonight adds to what was known of last night.
posted as (
    select dispensed_tonight.prescription_no, dispensed_tonight.clave, dispensed_tonight.dispensed
    from dispensed_tonight
    semi join last_prescriptions
        on last_prescriptions.prescription_no = dispensed_tonight.prescription_no
        and last_prescriptions.clave = dispensed_tonight.clave
),

-- Lines older than the window are known by last night's row alone; a correction makes the lines count alone.
final as (
    select
        coalesce(standing.prescription_no, last_prescriptions.prescription_no) as prescription_no,
        coalesce(standing.clave, last_prescriptions.clave) as clave,
        greatest(standing.prescribed, last_prescriptions.prescribed) as prescribed,
        case
            when last_prescriptions.prescription_no is null then standing.dispensed
            else last_prescriptions.dispensed + coalesce(posted.dispensed, 0)
        end as dispensed,
        greatest(standing.sites, last_prescriptions.sites) as sites,
        least(
            standing.first_fill,
            case
                when last_prescriptions.first_filled_on is not null
                then struct_pack(
                    event_on := last_prescriptions.first_filled_on, site := last_prescriptions.first_clues
                )
            end
        ) as first_fill,
        greatest(standing.last_filled_on, last_prescriptions.last_filled_on) as last_filled_on,
        greatest(standing.last_line_on, last_prescriptions.last_line_on) as last_line_on
    from standing
    full outer join (
        select * from last_prescriptions where prescription_no not in (select prescription_no from replaced)
    ) as last_prescriptions
        on last_prescriptions.prescription_no = standing.prescription_no
        and last_prescriptions.clave = standing.clave
    left join posted
        on posted.prescription_no = standing.prescription_no and posted.clave = standing.clave
)

select
    final.prescription_no, final.clave, final.prescribed, final.dispensed, final.sites,
    final.first_fill.site as first_clues,
    final.first_fill.event_on as first_filled_on,
    final.last_filled_on, final.last_line_on
from final
cross join night
where days_between(night.business_date, final.last_line_on) <= 35
