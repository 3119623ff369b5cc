-- One row per finding that is shown by expiries: those that its lot goes by, the first ten; of one that has ended, those of
-- last night, as its last numbers are.
with wanted as (
    select lives.discrepancy_id, lives.clave, lives.lot, lives.holds
    from lives
    inner join rules on rules.rule = lives.rule
    where rules.evidence = 'EXPIRY'
),

on_lines as (
    select clave, lot, expires_on, lines, true as is_of_tonight from lots
    union all
    select clave, lot, expires_on, lines, false from last_lots
),

on_shelves as (
    select clave, lot, expires_on, book, last_counted, true as is_of_tonight from stock_balance
    union all
    select clave, lot, expires_on, book, last_counted, false from last_stock_balance
),

named as (
    select wanted.discrepancy_id, on_lines.expires_on
    from wanted
    inner join on_lines
        on on_lines.clave = wanted.clave and on_lines.lot = wanted.lot and on_lines.is_of_tonight = wanted.holds
    where on_lines.lines > 0
    union
    select wanted.discrepancy_id, on_shelves.expires_on
    from wanted
    inner join on_shelves
        on on_shelves.clave = wanted.clave and on_shelves.lot = wanted.lot and on_shelves.is_of_tonight = wanted.holds
    where on_shelves.book > 0 or on_shelves.last_counted > 0
),

ranked as (
    select
        discrepancy_id,
        expires_on,
        row_number() over (partition by discrepancy_id order by expires_on) as place
    from named
    where expires_on is not null
)

select
    discrepancy_id,
    string_agg(cast(expires_on as varchar), ', ' order by expires_on) filter (place <= 10)
    || case when count(*) > 10 then ', …' else '' end as expiries
from ranked
group by discrepancy_id
