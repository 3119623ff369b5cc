-- Expiry conflict: per clave, lot (not NO-LOT), clues NULL: two or more expires_on among lots with lines > 0 and the
-- balance rows with book or last_counted > 0: a night without a count resolves nothing.
with named as (
    select clave, lot, expires_on from lots where lines > 0
    union
    select clave, lot, expires_on from stock_balance where book > 0 or last_counted > 0
),

conflicts as (
    select clave, lot, count(expires_on) as expiries
    from named
    where lot <> 'NO-LOT'
    group by clave, lot
)

select
    cast(null as varchar) as clues,
    cast(null as varchar) as counterpart_clues,
    clave,
    lot,
    cast(null as varchar) as document_no,
    1 as expected_quantity,
    expiries as actual_quantity
from conflicts
where expiries >= 2
