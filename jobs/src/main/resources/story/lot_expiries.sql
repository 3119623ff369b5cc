-- One row per expiry that lines gave the lot, or that a site holds it under.
with named as (
    select lots.expires_on, lots.lines
    from lots
    inner join asked on asked.clave = lots.clave and asked.lot = lots.lot
    where lots.expires_on is not null and lots.lines > 0
    union all
    select stock_balance.expires_on, 0
    from stock_balance
    inner join asked on asked.clave = stock_balance.clave and asked.lot = stock_balance.lot
    where stock_balance.expires_on is not null and (stock_balance.book > 0 or stock_balance.last_counted > 0)
)

select expires_on, cast(sum(lines) as bigint) as lines
from named
group by expires_on
order by expires_on
