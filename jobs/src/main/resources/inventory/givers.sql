-- One row per site × clave above its band, with the pieces above it: a giver keeps its max_days, or its min_days where
-- that is empty.
with abounding as (
    select
        markets.market,
        stock_positions.clues,
        stock_positions.clave,
        stock_positions.closing,
        stock_positions.amc,
        stock_positions.closing - ratio_up(
            coalesce(stock_positions.max_days, stock_positions.min_days) * in_thousandths(stock_positions.amc), 30400
        ) as surplus
    from stock_positions
    inner join markets on markets.state = stock_positions.state and markets.clave = stock_positions.clave
    where stock_positions.stock_status = 'OVER'
)

select * from abounding where surplus > 0
