-- One row per order × clave: pieces received from its supplier, to date.
with entries as (
    select order_no, clave, received as quantity from last_orders
    union all
    select order_no, clave, quantity from current_lines
    where extract = 'receipts' and source = 'SUPPLIER' and order_no is not null
    union all
    select order_no, clave, -quantity from replaced_lines
    where extract = 'receipts' and source = 'SUPPLIER' and order_no is not null
)

select order_no, clave, sum(quantity) as received
from entries
group by order_no, clave
