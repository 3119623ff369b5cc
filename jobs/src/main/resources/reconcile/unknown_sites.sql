-- One row per CLUES that tonight's balances, shipments or orders name, as holder, origin or destination, and that is
-- not in sites.csv.
with named as (
    select clues from stock_balance
    union
    select origin_clues from shipments
    union
    select destination_clues from shipments
    union
    select destination_clues from orders
)

select named.clues
from named
left join sites on sites.clues = named.clues
where named.clues is not null and sites.clues is null
