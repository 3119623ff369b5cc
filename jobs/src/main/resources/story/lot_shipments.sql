-- One row per shipment of the lot that the last night still has.
select
    shipments.origin_clues || '/' || shipments.shipment_no as transit_id,
    shipments.origin_clues, shipments.shipment_no, shipments.destination_clues, shipments.shipped_on,
    shipments.due_on, shipments.shipped, shipments.received, shipments.status
from shipments
inner join asked on asked.clave = shipments.clave and asked.lot = shipments.lot
order by shipments.origin_clues, shipments.shipment_no
