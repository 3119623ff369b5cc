-- One row per cell that moved tonight: what its site's account was given and what it gave.
with sides as (
    select to_id as clues, clave, lot, kind, event_date, quantity as pieces, reversal
    from movements
    where to_account = 'SITE'
    union all
    select from_id, clave, lot, kind, event_date, -quantity, reversal
    from movements
    where from_account = 'SITE'
)

select
    clues,
    clave,
    lot,
    sum(case when kind = 'OPENING' then pieces else 0 end) as opening_pieces,
    sum(case when kind <> 'OPENING' and pieces > 0 then pieces else 0 end) as inflow,
    sum(case when kind <> 'OPENING' and pieces < 0 then -pieces else 0 end) as outflow,
    -- Openings, receipts and inward adjustments, net of their reversals.
    sum(case
        when kind in ('OPENING', 'RECEIPT') then pieces
        when kind = 'ADJUSTMENT' and (pieces > 0) <> reversal then pieces
        else 0
    end) as inbound,
    sum(case when kind = 'DISPENSATION' then -pieces else 0 end) as dispensed,
    max(event_date) as moved_on
from sides
group by clues, clave, lot
