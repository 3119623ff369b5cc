-- Short: status SHORT; per origin, shipment, clave, lot. clues = receiver, counterpart = origin.
select
    received_clues as clues,
    origin_clues as counterpart_clues,
    clave,
    lot,
    shipment_no as document_no,
    shipped as expected_quantity,
    received as actual_quantity
from shipments
where status = 'SHORT'
