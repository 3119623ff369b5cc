-- Lot substituted: per origin, shipment, clave (lot NULL), the night it comes about: shipped = received > 0 in total,
-- but some lot's quantities differ. clues = receiver, counterpart = origin; actual = sum of min(shipped, received).
with substituted_before as (
    select distinct origin_clues, shipment_no, clave from shipments_before where settled_as = 'SUBSTITUTED'
),

substituted as (
    select distinct origin_clues, shipment_no, clave from shipments where status = 'SUBSTITUTED'
),

by_clave as (
    select
        origin_clues,
        shipment_no,
        clave,
        min(struct_pack(
            received_on := coalesce(first_received_on, date '9999-12-31'), clues := received_clues
        )).clues as clues,
        sum(shipped) as shipped,
        sum(least(shipped, received)) as matched
    from shipments
    group by origin_clues, shipment_no, clave
)

select
    by_clave.clues,
    by_clave.origin_clues as counterpart_clues,
    by_clave.clave,
    cast(null as varchar) as lot,
    by_clave.shipment_no as document_no,
    by_clave.shipped as expected_quantity,
    by_clave.matched as actual_quantity
from by_clave
inner join substituted
    on substituted.origin_clues = by_clave.origin_clues
    and substituted.shipment_no = by_clave.shipment_no
    and substituted.clave = by_clave.clave
left join substituted_before
    on substituted_before.origin_clues = by_clave.origin_clues
    and substituted_before.shipment_no = by_clave.shipment_no
    and substituted_before.clave = by_clave.clave
where substituted_before.clave is null
