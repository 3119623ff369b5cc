-- One row per site × clave with a key_day row in the week: its flows, and the nights that it was in stock.
select
    key_days.clues,
    key_days.clave,
    sum(key_days.received_supplier) as received_supplier,
    sum(key_days.received_transfer) as received_transfer,
    sum(key_days.distributed) as distributed,
    sum(key_days.dispensed) as dispensed,
    sum(key_days.consumed) as consumed,
    sum(key_days.adjusted) as adjusted,
    sum(key_days.prior_period) as prior_period,
    sum(key_days.prescribed) as prescribed,
    sum(key_days.filled) as filled,
    sum(case when key_days.taken_on = week.week_end then key_days.book else 0 end) as closing,
    sum(case when key_days.book > 0 then 1 else 0 end) as nights_in_stock,
    sum(case
        when key_days.book <> 0 or key_days.opening <> 0 or key_days.counted > 0 or key_days.prescribed > 0 then 1
        else 0
    end) as nights_with_anything
from key_days
cross join week
group by key_days.clues, key_days.clave
