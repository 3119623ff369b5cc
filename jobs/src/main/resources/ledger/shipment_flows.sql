-- One row per origin × shipment × clave × lot that moved tonight: what went on the road, and what came off it.
with on_the_road as (
    select to_id as transit_id, clave, lot, kind, quantity from movements where to_account = 'TRANSIT'
    union all
    select from_id, clave, lot, kind, -quantity from movements where from_account = 'TRANSIT'
)

select
    substr(transit_id, 1, 11) as origin_clues,
    substr(transit_id, 13) as shipment_no,
    clave,
    lot,
    sum(case when kind = 'DISTRIBUTION' then quantity else 0 end) as shipped,
    sum(case when kind = 'RECEIPT' then -quantity else 0 end) as received
from on_the_road
group by transit_id, clave, lot
