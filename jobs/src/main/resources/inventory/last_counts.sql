-- One row per site × clave that was counted in the week: its key_day of the last night on which it was.
with last_nights as (
    select clues, clave, max(taken_on) as counted_on
    from key_days
    where counted is not null
    group by clues, clave
)

select key_days.clues, key_days.clave, key_days.taken_on as counted_on, key_days.counted, key_days.variance
from key_days
inner join last_nights
    on last_nights.clues = key_days.clues and last_nights.clave = key_days.clave
    and last_nights.counted_on = key_days.taken_on
