-- One row per prescription × clave that is named tonight and has a line in force: its known lines together.
select
    document_id as prescription_no,
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
from document_lines
where document = 'prescription' and stands_now
group by document_id, clave
