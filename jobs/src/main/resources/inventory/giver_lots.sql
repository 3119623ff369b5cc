-- One row per lot that a giver holds and that does not expire by the week's end, in the order in which lots are given.
with held as (
    select
        givers.market,
        givers.clues,
        givers.clave,
        givers.surplus,
        last_stock_balance.lot,
        last_stock_balance.expires_on,
        last_stock_balance.book,
        days_between(last_stock_balance.expires_on, week.week_end) as days_left
    from givers
    inner join last_stock_balance
        on last_stock_balance.clues = givers.clues and last_stock_balance.clave = givers.clave
    cross join week
    where last_stock_balance.book > 0
        and (last_stock_balance.expires_on is null or last_stock_balance.expires_on > week.week_end)
)

select
    held.*,
    row_number() over (order by market, expires_on nulls last, clues, lot) as giver_lot
from held
