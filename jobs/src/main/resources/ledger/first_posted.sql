-- One row per prescription × clave first posted tonight, at the site of its first line.
with posted as (
    select
        dispensed_tonight.prescription_no,
        dispensed_tonight.clave,
        dispensed_tonight.first_by_name,
        dispensed_tonight.last_by_name,
        dispensed_tonight.prescribed,
        least(dispensed_tonight.dispensed, dispensed_tonight.prescribed) as filled
    from dispensed_tonight
    left join last_prescriptions
        on last_prescriptions.prescription_no = dispensed_tonight.prescription_no
        and last_prescriptions.clave = dispensed_tonight.clave
    where last_prescriptions.prescription_no is null
),

-- Hardly any are filled at two sites in one night: only these have their lines compared.
at_several_sites as (
    select
        posted.prescription_no, posted.clave,
        min(struct_pack(event_on := current_lines.event_on, site := current_lines.clues)).site as clues
    from current_lines
    inner join posted
        on posted.prescription_no = current_lines.document_no and posted.clave = current_lines.clave
    where current_lines.extract = 'dispensations' and posted.first_by_name <> posted.last_by_name
    group by posted.prescription_no, posted.clave
)

select
    posted.prescription_no,
    posted.clave,
    coalesce(at_several_sites.clues, posted.first_by_name) as clues,
    posted.prescribed,
    posted.filled
from posted
left join at_several_sites
    on at_several_sites.prescription_no = posted.prescription_no and at_several_sites.clave = posted.clave
