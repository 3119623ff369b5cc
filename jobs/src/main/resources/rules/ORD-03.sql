-- Receipt without order: status UNMATCHED and D >= its first receipt + grace. There are no orders rows before any order was
-- ever delivered. clues = where it was first received, document_no = order_no, lot NULL.
select
    orders.destination_clues as clues,
    cast(null as varchar) as counterpart_clues,
    orders.clave,
    cast(null as varchar) as lot,
    orders.order_no as document_no,
    0 as expected_quantity,
    orders.received as actual_quantity
from orders
cross join night
where orders.status = 'UNMATCHED'
    and night.business_date >= days_after(orders.first_received_on, night.grace_days)
