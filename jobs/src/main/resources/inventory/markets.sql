-- One row per state × clave that some site there lacks and another has too much of.
with wanting as (
    select state, clave from stock_positions where stock_status in ('OUT', 'LOW') and min_days is not null
),

abounding as (
    select state, clave from stock_positions where stock_status = 'OVER'
),

shared as (
    select state, clave from wanting where state is not null
    intersect
    select state, clave from abounding
)

select state, clave, row_number() over (order by state, clave) as market
from shared
