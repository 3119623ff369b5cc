-- One row per site of the inventory: its claves by status, those of its assortment; its pieces and their value, all.
select
    clues,
    count(*) filter (is_authorised) as claves_authorised,
    count(*) filter (is_authorised and stock_status not in ('NOT_REPORTED', 'OUT')) as claves_available,
    count(*) filter (is_authorised and stock_status = 'OUT') as claves_out,
    count(*) filter (is_authorised and stock_status = 'LOW') as claves_low,
    count(*) filter (is_authorised and stock_status = 'OVER') as claves_over,
    count(*) filter (is_authorised and stock_status = 'NOT_REPORTED') as claves_not_reported,
    sum(prescribed) as prescribed,
    sum(filled) as filled,
    sum(cast(closing as decimal(24, 0)) * unit_price) as value,
    sum(cast(expired as decimal(24, 0)) * unit_price) as expired_value
from stock_positions
group by clues
