-- One row per order_no × clave (contract section 5, orders).
with ordered as (
    select
        order_schedule.order_no, order_schedule.clave,
        list(
            struct_pack(due_on := order_schedule.due_on, quantity := cast(order_schedule.quantity as bigint))
            order by order_schedule.due_on
        ) as schedule,
        sum(order_schedule.quantity) as ordered,
        sum(case when order_schedule.due_on < night.business_date then order_schedule.quantity else 0 end) as due
    from order_schedule
    cross join night
    group by order_schedule.order_no, order_schedule.clave
),

named as (
    select order_no, clave from ordered
    union
    select order_no, clave from order_receipts where received <> 0
),

final as (
    select
        named.order_no,
        named.clave,
        case when ordered.ordered is not null then order_sides.first_ordered.site end as destination_clues,
        case when ordered.ordered is not null then order_sides.first_ordered.event_on end as ordered_on,
        coalesce(ordered.schedule, []) as schedule,
        coalesce(ordered.ordered, 0) as ordered,
        coalesce(ordered.due, 0) as due,
        coalesce(order_receipts.received, 0) as received,
        case when order_receipts.received <> 0 then order_sides.first_received_on end as first_received_on,
        case when order_receipts.received <> 0 then order_sides.last_received_on end as last_received_on
    from named
    left join ordered on ordered.order_no = named.order_no and ordered.clave = named.clave
    left join order_receipts on order_receipts.order_no = named.order_no and order_receipts.clave = named.clave
    left join order_sides on order_sides.order_no = named.order_no and order_sides.clave = named.clave
),

judged as (
    select
        final.*,
        case when ordered = 0 then 'UNMATCHED' when received >= ordered then 'CLOSED' else 'OPEN' end as status
    from final
)

select judged.*
from judged
cross join night
where judged.status <> 'CLOSED' or days_between(night.business_date, judged.last_received_on) <= 400
