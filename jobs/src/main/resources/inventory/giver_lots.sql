-- One row per lot that a giver holds and may give, in the order in which lots are given: what has expired or was recalled
-- by the week's end stays.
with recalled as (
    select distinct recalls.clave, recalls.lot
    from recalls
    cross join week
    where recalls.effective_on <= week.week_end
),

held as (
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
    left join recalled on recalled.clave = last_stock_balance.clave and recalled.lot = last_stock_balance.lot
    cross join week
    where last_stock_balance.book > 0
        and recalled.lot is null
        and (last_stock_balance.expires_on is null or last_stock_balance.expires_on > week.week_end)
)

select
    held.*,
    row_number() over (order by market, expires_on nulls last, clues, lot) as giver_lot
from held
