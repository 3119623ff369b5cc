-- One row per site × clave: the close before the week, and what the week's OPENING postings brought.
with pieces as (
    select clues, clave, book as pieces from key_days_before
    union all
    select to_id, clave, quantity from week_movements where kind = 'OPENING' and to_account = 'SITE'
    union all
    select from_id, clave, -quantity from week_movements where kind = 'OPENING' and from_account = 'SITE'
)

select clues, clave, sum(pieces) as opening
from pieces
group by clues, clave
