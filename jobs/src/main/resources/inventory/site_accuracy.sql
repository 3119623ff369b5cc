-- One row per site: cells of the last night's balance that were counted in the week, and those equal to their book then.
select
    last_stock_balance.clues,
    count(*) as cells_counted,
    count(*) filter (last_stock_balance.last_variance = 0) as cells_equal
from last_stock_balance
inner join week on last_stock_balance.last_counted_on between week.week_start and week.week_end
group by last_stock_balance.clues
