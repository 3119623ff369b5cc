-- One row per site × clave that is out or low, with the pieces that it needs.
with wanting as (
    select
        markets.market,
        stock_positions.clues,
        stock_positions.clave,
        stock_positions.stock_status,
        stock_positions.closing,
        stock_positions.amc,
        case
            -- Never in stock, so that nothing tells what it would use but what was prescribed there and not filled.
            when stock_positions.amc is null then stock_positions.prescribed - stock_positions.filled
            when stock_positions.amc > 0
            then ratio_up(stock_positions.min_days * in_thousandths(stock_positions.amc), 30400)
                - greatest(stock_positions.closing, 0) - stock_positions.in_transit
            else 0
        end as need
    from stock_positions
    inner join markets on markets.state = stock_positions.state and markets.clave = stock_positions.clave
    where stock_positions.stock_status in ('OUT', 'LOW') and stock_positions.min_days is not null
)

select
    wanting.*,
    row_number() over (order by market, clues) as taker
from wanting
where need > 0
