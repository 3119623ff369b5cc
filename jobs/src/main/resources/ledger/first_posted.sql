-- One row per prescription × clave first posted tonight, at the site of its first line.
with lines_tonight as (
    select document_no as prescription_no, clave, clues, event_on, quantity, prescribed_quantity
    from current_lines
    where extract = 'dispensations'
),

posted as (
    select
        prescription_no,
        clave,
        min(clues) as first_by_name,
        max(clues) as last_by_name,
        max(prescribed_quantity) as prescribed,
        least(sum(quantity), max(prescribed_quantity)) as filled
    from lines_tonight
    group by prescription_no, clave
),

-- Hardly any are filled at two sites in one night: only these have their lines compared.
at_several_sites as (
    select
        lines_tonight.prescription_no, lines_tonight.clave,
        min(struct_pack(event_on := lines_tonight.event_on, site := lines_tonight.clues)).site as clues
    from lines_tonight
    inner join posted
        on posted.prescription_no = lines_tonight.prescription_no and posted.clave = lines_tonight.clave
    where posted.first_by_name <> posted.last_by_name
    group by lines_tonight.prescription_no, lines_tonight.clave
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
left join last_prescriptions
    on last_prescriptions.prescription_no = posted.prescription_no
    and last_prescriptions.clave = posted.clave
where last_prescriptions.prescription_no is null
