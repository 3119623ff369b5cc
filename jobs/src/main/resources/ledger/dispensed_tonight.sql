-- One row per prescription × clave of tonight's standing lines: its lines together, at one site or at several.
select
    document_no as prescription_no,
    clave,
    min(clues) as first_by_name,
    max(clues) as last_by_name,
    max(prescribed_quantity) as prescribed,
    sum(quantity) as dispensed,
    min(case when quantity > 0 then clues end) as first_filler_by_name,
    max(case when quantity > 0 then clues end) as last_filler_by_name,
    min(case when quantity > 0 then event_on end) as first_filled_on,
    max(case when quantity > 0 then event_on end) as last_filled_on,
    max(event_on) as last_line_on
from current_lines
where extract = 'dispensations'
group by document_no, clave
