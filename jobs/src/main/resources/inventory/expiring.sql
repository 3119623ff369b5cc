-- One row per site × clave: pieces on the book at week end by when they expire.
select
    last_stock_balance.clues,
    last_stock_balance.clave,
    sum(case when expires_on < week.week_end then book else 0 end) as expired,
    sum(case when expires_on between week.week_end and days_after(week.week_end, 30) then book else 0 end)
        as expiring_30,
    sum(case when expires_on between week.week_end and days_after(week.week_end, 90) then book else 0 end)
        as expiring_90,
    sum(case when expires_on between week.week_end and days_after(week.week_end, 180) then book else 0 end)
        as expiring_180
from last_stock_balance
cross join week
where last_stock_balance.book > 0
group by last_stock_balance.clues, last_stock_balance.clave
