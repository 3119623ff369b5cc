-- One row per order × clave × day due: the pieces that now stand.
with entries as (
    select last_orders.order_no, last_orders.clave, entry.due_on, entry.quantity
    from last_orders
    cross join unnest(last_orders.schedule) as unnested (entry)
    union all
    select order_no, clave, due_on, quantity from current_lines where extract = 'orders'
    union all
    select order_no, clave, due_on, -quantity from replaced_lines where extract = 'orders'
)

select order_no, clave, due_on, sum(quantity) as quantity
from entries
group by order_no, clave, due_on
having sum(quantity) <> 0
