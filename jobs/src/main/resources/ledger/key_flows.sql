-- One row per site × clave that moved tonight, openings apart, each flow in its own direction.
with sides as (
    select to_id as clues, clave, kind, from_account as other, event_date, quantity as pieces
    from movements
    where to_account = 'SITE' and kind <> 'OPENING'
    union all
    select from_id, clave, kind, to_account, event_date, -quantity
    from movements
    where from_account = 'SITE' and kind <> 'OPENING'
)

select
    sides.clues,
    sides.clave,
    sum(case when sides.kind = 'RECEIPT' and sides.other = 'SUPPLIER' then sides.pieces else 0 end)
        as received_supplier,
    sum(case when sides.kind = 'RECEIPT' and sides.other = 'TRANSIT' then sides.pieces else 0 end)
        as received_transfer,
    sum(case when sides.kind = 'DISTRIBUTION' then -sides.pieces else 0 end) as distributed,
    sum(case when sides.kind = 'DISPENSATION' then -sides.pieces else 0 end) as dispensed,
    sum(case when sides.kind = 'CONSUMPTION' then -sides.pieces else 0 end) as consumed,
    sum(case when sides.kind = 'ADJUSTMENT' then sides.pieces else 0 end) as adjusted,
    sum(case when sides.event_date < night.week_start then sides.pieces else 0 end) as prior_period
from sides
cross join night
group by sides.clues, sides.clave
