-- One row per prescription × clave first posted tonight, at the site of its first line.
with lines_tonight as (
    select document_no as prescription_no, clave, clues, event_on, quantity, prescribed_quantity
    from current_lines
    where extract = 'dispensations'
)

select
    lines_tonight.prescription_no,
    lines_tonight.clave,
    min(struct_pack(event_on := lines_tonight.event_on, site := lines_tonight.clues)).site as clues,
    max(lines_tonight.prescribed_quantity) as prescribed,
    least(sum(lines_tonight.quantity), max(lines_tonight.prescribed_quantity)) as filled
from lines_tonight
left join last_prescriptions
    on last_prescriptions.prescription_no = lines_tonight.prescription_no
    and last_prescriptions.clave = lines_tonight.clave
where last_prescriptions.prescription_no is null
group by lines_tonight.prescription_no, lines_tonight.clave
