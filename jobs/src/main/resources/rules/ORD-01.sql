-- Order overdue: due > received; per order, clave. clues = destination, document_no = order_no, lot NULL.
select
    destination_clues as clues,
    cast(null as varchar) as counterpart_clues,
    clave,
    cast(null as varchar) as lot,
    order_no as document_no,
    due as expected_quantity,
    received as actual_quantity
from orders
where due > received
