-- Not received: status OVERDUE; per origin, shipment, clave, lot. clues = origin, counterpart = destination.
select
    origin_clues as clues,
    destination_clues as counterpart_clues,
    clave,
    lot,
    shipment_no as document_no,
    shipped as expected_quantity,
    0 as actual_quantity
from shipments
where status = 'OVERDUE'
