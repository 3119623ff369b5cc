-- One row per site × clave with a key_day row on the last night that its site reported: what was counted, and the book. A
-- clave without a cell was not listed: none was counted.
with cells as (
    select distinct uncounted.clues, uncounted.clave
    from uncounted
    inner join uncounted_balance
        on uncounted_balance.clues = uncounted.clues and uncounted_balance.clave = uncounted.clave
        and uncounted_balance.taken_on = uncounted.taken_on
)

select
    key_days.clues,
    key_days.clave,
    case when uncounted.clues is not null and cells.clues is null then 0 else key_days.counted end as counted,
    key_days.book
from key_days
inner join reporting
    on reporting.clues = key_days.clues and reporting.last_reported_on = key_days.taken_on
left join uncounted on uncounted.clues = key_days.clues and uncounted.clave = key_days.clave
left join cells on cells.clues = key_days.clues and cells.clave = key_days.clave
