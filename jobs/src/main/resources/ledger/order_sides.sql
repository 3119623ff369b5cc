-- One row per order × clave: when and whereto it was ordered first, and its first and last receipt.
with standing as (
    select extract, order_no, clave, event_on, counterpart_clues
    from current_lines
    where extract = 'orders' or (extract = 'receipts' and source = 'SUPPLIER' and order_no is not null)
    union all
    select extract, order_no, clave, event_on, counterpart_clues from touched_lines where document = 'order'
),

taken_back as (
    select extract, order_no, clave, event_on, counterpart_clues
    from replaced_lines
    where extract = 'orders' or (extract = 'receipts' and source = 'SUPPLIER' and order_no is not null)
),

remembered as (
    select 'orders' as extract, order_no, clave, ordered_on as event_on, destination_clues as counterpart_clues
    from last_orders
    where ordered_on is not null
    union all
    select 'receipts', order_no, clave, first_received_on, null from last_orders where first_received_on is not null
    union all
    select 'receipts', order_no, clave, last_received_on, null from last_orders where last_received_on is not null
),

known as (
    select * from standing
    union
    select remembered.*
    from remembered
    left join taken_back
        on taken_back.extract = remembered.extract
        and taken_back.order_no = remembered.order_no
        and taken_back.clave = remembered.clave
        and taken_back.event_on = remembered.event_on
    where taken_back.extract is null
)

select
    order_no, clave,
    min(case when extract = 'orders' then struct_pack(event_on := event_on, site := counterpart_clues) end)
        as first_ordered,
    min(case when extract = 'receipts' then event_on end) as first_received_on,
    max(case when extract = 'receipts' then event_on end) as last_received_on
from known
group by order_no, clave
