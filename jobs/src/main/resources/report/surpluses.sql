-- One row per site × clave with more than its max_days: pieces above its band.
select
    state,
    clues,
    clave,
    greatest(closing - ratio_up(coalesce(max_days, min_days) * in_thousandths(amc), 30400), 0) as surplus,
    unit_price
from stock_positions
where stock_status = 'OVER'
