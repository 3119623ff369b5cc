-- The order of the discrepancy, as it stood on the night.
select
    orders.destination_clues, orders.ordered_on, orders.ordered, orders.due, orders.received,
    orders.first_received_on, orders.last_received_on, orders.status
from orders
inner join asked on asked.document_no = orders.order_no and asked.clave = orders.clave
