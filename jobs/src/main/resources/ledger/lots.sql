-- One row per clave × lot × expires_on that a line ever named; an expiry once named stays named.
with entries as (
    select clave, lot, expires_on, lines, first_seen_on from last_lots
    union all
    select
        clave, lot, expires_on,
        case when reversal then -1 else 1 end,
        posting_date
    from movements
    where expires_on is not null and extract in ('receipts', 'distributions', 'adjustments')
)

select clave, lot, expires_on, sum(lines) as lines, min(first_seen_on) as first_seen_on
from entries
group by clave, lot, expires_on
