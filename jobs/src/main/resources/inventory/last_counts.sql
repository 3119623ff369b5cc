-- One row per site × clave with a cell on the last night that its site reported: what was counted, and the book.
with last_days as (
    select key_days.taken_on, key_days.clues, key_days.clave, key_days.counted, key_days.book
    from key_days
    inner join reporting
        on reporting.clues = key_days.clues and reporting.last_reported_on = key_days.taken_on
),

-- A prescription alone makes a day of a clave that has no cell: it was not listed, which is not a count unknown.
unknown_counts as (
    select distinct last_days.clues, last_days.clave
    from last_days
    inner join week_stock_balance
        on week_stock_balance.taken_on = last_days.taken_on
        and week_stock_balance.clues = last_days.clues and week_stock_balance.clave = last_days.clave
    where last_days.counted is null
)

select last_days.clues, last_days.clave, last_days.counted, last_days.book
from last_days
left join unknown_counts
    on unknown_counts.clues = last_days.clues and unknown_counts.clave = last_days.clave
where last_days.counted is not null or unknown_counts.clues is not null
