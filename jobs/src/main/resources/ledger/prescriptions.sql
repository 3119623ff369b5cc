-- One row per prescription_no × clave (contract section 5, prescriptions).
with replaced as (
    select distinct document_no as prescription_no from replaced_lines where extract = 'dispensations'
),

standing as (
    select
        prescription_no, clave,
        max(prescribed_quantity) as prescribed,
        sum(quantity) as dispensed,
        count(distinct case when quantity > 0 then clues end) as sites,
        min(case when quantity > 0 then struct_pack(event_on := event_on, site := clues) end) as first_fill,
        max(case when quantity > 0 then event_on end) as last_filled_on,
        max(event_on) as last_line_on
    from prescription_lines
    group by prescription_no, clave
),

posted as (
    select document_no as prescription_no, clave, sum(quantity) as dispensed
    from current_lines
    where extract = 'dispensations'
    group by document_no, clave
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
