-- The lines that now stand of the prescriptions that tonight's lines name; their clave as it stands too.
select
    document_no as prescription_no, clave, clues, event_on, quantity, prescribed_quantity
from current_lines
where extract = 'dispensations'
    and document_no not in (select document_id from touched_documents where document = 'prescription')
union all
select document_id, clave, clues, event_on, quantity, prescribed_quantity
from touched_lines
where document = 'prescription'
