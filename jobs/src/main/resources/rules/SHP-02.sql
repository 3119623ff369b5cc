-- Receipt without shipment: UNMATCHED, no known distribution line of that origin and shipment_no,
-- D >= first_received_on + grace. clues = receiver, counterpart = origin.
select
    shipments.received_clues as clues,
    shipments.origin_clues as counterpart_clues,
    shipments.clave,
    shipments.lot,
    shipments.shipment_no as document_no,
    0 as expected_quantity,
    shipments.received as actual_quantity
from shipments
cross join night
left join (select distinct origin_clues, shipment_no from sent_lots) as sent
    on sent.origin_clues = shipments.origin_clues and sent.shipment_no = shipments.shipment_no
where shipments.status = 'UNMATCHED'
    and sent.shipment_no is null
    and night.business_date >= days_after(shipments.first_received_on, night.grace_days)
