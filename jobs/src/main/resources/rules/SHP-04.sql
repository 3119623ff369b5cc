-- Over: status OVER; or UNMATCHED though another lot or clave of the shipment has a known distribution line, once its
-- clave's total received exceeds the total shipped, or D > the latest due_on of the shipment. clues = receiver,
-- counterpart = origin.
with sent as (
    select origin_clues, shipment_no, max(due_on) as latest_due_on
    from sent_lots
    group by origin_clues, shipment_no
),

by_clave as (
    select origin_clues, shipment_no, clave, sum(shipped) as shipped, sum(received) as received
    from shipments
    group by origin_clues, shipment_no, clave
)

select
    shipments.received_clues as clues,
    shipments.origin_clues as counterpart_clues,
    shipments.clave,
    shipments.lot,
    shipments.shipment_no as document_no,
    shipments.shipped as expected_quantity,
    shipments.received as actual_quantity
from shipments
cross join night
inner join by_clave
    on by_clave.origin_clues = shipments.origin_clues
    and by_clave.shipment_no = shipments.shipment_no
    and by_clave.clave = shipments.clave
left join sent
    on sent.origin_clues = shipments.origin_clues and sent.shipment_no = shipments.shipment_no
where shipments.status = 'OVER'
    or (
        shipments.status = 'UNMATCHED'
        and (by_clave.received > by_clave.shipped or night.business_date > sent.latest_due_on)
        and sent.shipment_no is not null
    )
