-- One row per site × clave: what is on the road towards it at week end, per shipment never less than 0.
with on_the_road as (
    select
        origin_clues,
        shipment_no,
        clave,
        coalesce(
            destination_clues,
            min(destination_clues) over (partition by origin_clues, shipment_no, clave)
        ) as destination_clues,
        shipped,
        received
    from last_shipments
    where status <> 'SUBSTITUTED'
),

by_shipment as (
    select origin_clues, shipment_no, clave, destination_clues, greatest(sum(shipped) - sum(received), 0) as pieces
    from on_the_road
    where destination_clues is not null
    group by origin_clues, shipment_no, clave, destination_clues
)

select destination_clues as clues, clave, sum(pieces) as in_transit
from by_shipment
group by destination_clues, clave
