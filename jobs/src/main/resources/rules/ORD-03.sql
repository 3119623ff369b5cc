-- Receipt without order: status UNMATCHED and D >= its first receipt + grace; only once any order was ever delivered.
-- What was never ordered has no destination: clues NULL, document_no = order_no, lot NULL.
with delivered as (
    select count(*) as orders
    from (
        select order_no from orders where ordered > 0
        union
        -- Orders cancelled since were delivered too.
        select document_no from history_lines where extract = 'orders'
    ) as known
)

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
cross join delivered
where orders.status = 'UNMATCHED'
    and night.business_date >= days_after(orders.first_received_on, night.grace_days)
    and delivered.orders > 0
