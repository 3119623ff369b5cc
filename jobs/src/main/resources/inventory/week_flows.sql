-- One row per site × clave with a key_day row in the week: its flows, and the nights that it was in stock. On most nights
-- most claves do not move, so flows are summed apart.
with flows as (
    select
        clues,
        clave,
        sum(received_supplier) as received_supplier,
        sum(received_transfer) as received_transfer,
        sum(distributed) as distributed,
        sum(dispensed) as dispensed,
        sum(consumed) as consumed,
        sum(adjusted) as adjusted,
        sum(prior_period) as prior_period,
        sum(prescribed) as prescribed,
        sum(filled) as filled
    from key_days
    where received_supplier <> 0 or received_transfer <> 0 or distributed <> 0 or dispensed <> 0 or consumed <> 0
        or adjusted <> 0 or prior_period <> 0 or prescribed <> 0 or filled <> 0
    group by clues, clave
),

stock as (
    select
        key_days.clues,
        key_days.clave,
        sum(case when key_days.taken_on = week.week_end then key_days.book else 0 end) as closing,
        count(*) filter (key_days.book > 0) as nights_in_stock,
        count(*) filter (
            key_days.book <> 0 or key_days.opening <> 0 or key_days.counted > 0 or key_days.prescribed > 0
        ) as nights_with_anything
    from key_days
    cross join week
    group by key_days.clues, key_days.clave
)

select
    stock.clues,
    stock.clave,
    coalesce(flows.received_supplier, 0) as received_supplier,
    coalesce(flows.received_transfer, 0) as received_transfer,
    coalesce(flows.distributed, 0) as distributed,
    coalesce(flows.dispensed, 0) as dispensed,
    coalesce(flows.consumed, 0) as consumed,
    coalesce(flows.adjusted, 0) as adjusted,
    coalesce(flows.prior_period, 0) as prior_period,
    coalesce(flows.prescribed, 0) as prescribed,
    coalesce(flows.filled, 0) as filled,
    stock.closing,
    stock.nights_in_stock,
    stock.nights_with_anything
from stock
left join flows on flows.clues = stock.clues and flows.clave = stock.clave
