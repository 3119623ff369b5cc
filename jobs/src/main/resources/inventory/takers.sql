-- One row per site × clave that is authorised for it and out or low, with the pieces that it needs (contract section 7).
with wanting as (
    select
        markets.market,
        stock_positions.clues,
        stock_positions.clave,
        stock_positions.stock_status,
        stock_positions.closing,
        -- Days of stock are known only of a site that uses something up.
        case when stock_positions.amc > 0 then stock_positions.amc end as amc,
        stock_positions.min_days,
        stock_positions.prescribed - stock_positions.filled as unfilled,
        stock_positions.in_transit
    from stock_positions
    inner join markets on markets.state = stock_positions.state and markets.clave = stock_positions.clave
    where stock_positions.is_authorised and stock_positions.stock_status in ('OUT', 'LOW')
),

needing as (
    select
        market,
        clues,
        clave,
        stock_status,
        closing,
        amc,
        case
            -- Nothing tells what it would use but what was prescribed there and not filled.
            when amc is null then unfilled
            when min_days is not null then ratio_up(min_days * in_thousandths(amc), 30400) - greatest(closing, 0)
            else 0
        end - in_transit as need
    from wanting
)

select
    needing.*,
    row_number() over (order by market, clues) as taker
from needing
where need > 0
