-- One row per lot of the shipment of the discrepancy, as it stood on the night.
select
    shipments.origin_clues, shipments.lot, shipments.destination_clues, shipments.received_clues,
    shipments.shipped_on, shipments.due_on, shipments.first_received_on, shipments.shipped, shipments.received,
    shipments.status
from shipments
inner join asked
    on asked.document_no = shipments.shipment_no
    and asked.clave = shipments.clave
    and (asked.lot is null or asked.lot = shipments.lot)
    and shipments.origin_clues in (asked.clues, asked.counterpart_clues)
order by shipments.origin_clues, shipments.lot
