-- Expiry differs: a line posted tonight gives an expires_on other than the other side's; per origin, shipment, clave,
-- lot. Where the other side names several, one that is none of them. clues = receiver, counterpart = origin.
with named as (
    select distinct is_sent, origin_clues, shipment_no, clave, lot, expires_on
    from shipment_lines
    where expires_on is not null
),

other_side as (
    select
        not is_sent as is_sent, origin_clues, shipment_no, clave, lot,
        list(expires_on) as expiries
    from named
    group by is_sent, origin_clues, shipment_no, clave, lot
),

differing as (
    select distinct
        shipment_lines.origin_clues, shipment_lines.shipment_no, shipment_lines.clave, shipment_lines.lot
    from shipment_lines
    inner join other_side
        on other_side.is_sent = shipment_lines.is_sent
        and other_side.origin_clues = shipment_lines.origin_clues
        and other_side.shipment_no = shipment_lines.shipment_no
        and other_side.clave = shipment_lines.clave
        and other_side.lot = shipment_lines.lot
    where shipment_lines.is_of_tonight
        and shipment_lines.expires_on is not null
        and not array_contains(other_side.expiries, shipment_lines.expires_on)
)

select
    shipments.received_clues as clues,
    shipments.origin_clues as counterpart_clues,
    shipments.clave,
    shipments.lot,
    shipments.shipment_no as document_no,
    cast(null as bigint) as expected_quantity,
    cast(null as bigint) as actual_quantity
from shipments
inner join differing
    on differing.origin_clues = shipments.origin_clues
    and differing.shipment_no = shipments.shipment_no
    and differing.clave = shipments.clave
    and differing.lot = shipments.lot
