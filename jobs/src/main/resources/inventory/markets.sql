-- One row per state × clave that some site there is authorised for and lacks, and another has too much of.
with wanting as (
    select state, clave from stock_positions where is_authorised and stock_status in ('OUT', 'LOW')
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
