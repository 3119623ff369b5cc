-- One row per order_no × clave, none before the first order line was ever accepted (contract section 5, orders).
with touched as (
    select
        order_sums.order_no,
        order_sums.clave,
        coalesce(order_sums.first_ordered.site, order_sums.first_received.site) as destination_clues,
        order_sums.first_ordered.event_on as ordered_on,
        coalesce(order_schedule.schedule, []) as schedule,
        coalesce(order_schedule.ordered, 0) as ordered,
        order_sums.received,
        order_sums.first_received.event_on as first_received_on,
        order_sums.last_received_on
    from order_sums
    left join order_schedule
        on order_schedule.order_no = order_sums.order_no and order_schedule.clave = order_sums.clave
),

untouched as (
    select
        order_no, clave, destination_clues, ordered_on, schedule, ordered, received, first_received_on,
        last_received_on
    from last_orders
    anti join examined_documents
        on examined_documents.document = 'order'
        and examined_documents.document_id = last_orders.order_no
        and examined_documents.clave = last_orders.clave
),

summed as (
    select * from touched
    union all
    select * from untouched
),

dues as (
    select summed.order_no, summed.clave, sum(entry.quantity) as due
    from summed
    cross join unnest(summed.schedule) as unnested (entry)
    cross join night
    where entry.due_on < night.business_date
    group by summed.order_no, summed.clave
),

judged as (
    select
        summed.*,
        coalesce(dues.due, 0) as due,
        case
            when summed.ordered = 0 then 'UNMATCHED'
            when summed.received >= summed.ordered then 'CLOSED'
            else 'OPEN'
        end as status
    from summed
    left join dues on dues.order_no = summed.order_no and dues.clave = summed.clave
)

select judged.*
from judged
cross join night
inner join first_lines on first_lines.extract = 'orders'
where judged.status = 'OPEN' or days_between(night.business_date, judged.last_received_on) <= 400
