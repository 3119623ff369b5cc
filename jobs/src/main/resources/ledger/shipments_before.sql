-- One row per origin × shipment × clave × lot of the shipments that are named tonight, as it stood before tonight's lines.
with compared as (
    select
        origin_clues, shipment_no, clave, lot, shipped_before, received_before, shipped_on_before,
        first_received_on_before,
        sum(shipped_before) over (partition by origin_clues, shipment_no, clave) as clave_shipped,
        sum(received_before) over (partition by origin_clues, shipment_no, clave) as clave_received
    from shipment_sums
    where shipped_before <> 0 or received_before <> 0
)

select
    origin_clues,
    shipment_no,
    clave,
    lot,
    shipped_on_before as shipped_on,
    first_received_on_before as first_received_on,
    shipped_before as shipped,
    received_before as received,
    case
        when received_before = shipped_before then 'SETTLED'
        when clave_shipped = clave_received then 'SUBSTITUTED'
    end as settled_as
from compared
