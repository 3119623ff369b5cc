-- Received before shipped: a line posted tonight makes first_received_on < shipped_on, which it was not last night; per
-- origin, shipment, clave, lot. clues = receiver, counterpart = origin.
with posted as (
    select distinct origin_clues, shipment_no, clave, lot from shipment_lines where is_of_tonight
)

select
    shipments.received_clues as clues,
    shipments.origin_clues as counterpart_clues,
    shipments.clave,
    shipments.lot,
    shipments.shipment_no as document_no,
    cast(null as bigint) as expected_quantity,
    cast(null as bigint) as actual_quantity
from shipments
inner join posted
    on posted.origin_clues = shipments.origin_clues
    and posted.shipment_no = shipments.shipment_no
    and posted.clave = shipments.clave
    and posted.lot = shipments.lot
left join shipments_before
    on shipments_before.origin_clues = shipments.origin_clues
    and shipments_before.shipment_no = shipments.shipment_no
    and shipments_before.clave = shipments.clave
    and shipments_before.lot = shipments.lot
    and shipments_before.first_received_on < shipments_before.shipped_on
where shipments.first_received_on < shipments.shipped_on and shipments_before.shipment_no is null
