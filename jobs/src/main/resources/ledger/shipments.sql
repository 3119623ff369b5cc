-- One row per origin_clues × shipment_no × clave × lot (contract section 5, shipments).
with named as (
    select origin_clues, shipment_no, clave, lot from last_shipments
    union
    select origin_clues, shipment_no, clave, lot from shipment_flows
),

summed as (
    select
        named.origin_clues, named.shipment_no, named.clave, named.lot,
        coalesce(last_shipments.shipped, 0) + coalesce(shipment_flows.shipped, 0) as shipped,
        coalesce(last_shipments.received, 0) + coalesce(shipment_flows.received, 0) as received,
        last_shipments.status as last_status,
        last_shipments.settled_on as last_settled_on
    from named
    left join last_shipments
        on last_shipments.origin_clues = named.origin_clues and last_shipments.shipment_no = named.shipment_no
        and last_shipments.clave = named.clave and last_shipments.lot = named.lot
    left join shipment_flows
        on shipment_flows.origin_clues = named.origin_clues and shipment_flows.shipment_no = named.shipment_no
        and shipment_flows.clave = named.clave and shipment_flows.lot = named.lot
),

standing as (
    select
        summed.*,
        sum(shipped) over (partition by origin_clues, shipment_no, clave) as clave_shipped,
        sum(received) over (partition by origin_clues, shipment_no, clave) as clave_received
    from summed
    where shipped <> 0 or received <> 0
),

dated as (
    select
        standing.*,
        case when standing.shipped > 0 then shipment_sides.first_shipped.site end as destination_clues,
        case when standing.shipped > 0 then shipment_sides.first_shipped.event_on end as shipped_on,
        case when standing.received > 0 then shipment_sides.first_received.site end as received_clues,
        case when standing.received > 0 then shipment_sides.first_received.event_on end as first_received_on
    from standing
    left join shipment_sides
        on shipment_sides.origin_clues = standing.origin_clues
        and shipment_sides.shipment_no = standing.shipment_no
        and shipment_sides.clave = standing.clave and shipment_sides.lot = standing.lot
),

due as (
    select
        dated.*,
        days_after(dated.shipped_on, coalesce(routes.transit_days, night.transit_days)) as due_on,
        night.business_date
    from dated
    cross join night
    left join routes
        on routes.origin_clues = dated.origin_clues and routes.destination_clues = dated.destination_clues
),

judged as (
    select
        due.*,
        case
            when received = shipped then 'SETTLED'
            when clave_shipped = clave_received then 'SUBSTITUTED'
            when shipped = 0 then 'UNMATCHED'
            when received > shipped then 'OVER'
            when business_date <= due_on then 'IN_TRANSIT'
            when received = 0 then 'OVERDUE'
            else 'SHORT'
        end as status
    from due
),

final as (
    select
        origin_clues, shipment_no, clave, lot, destination_clues, received_clues, shipped_on, due_on,
        first_received_on, shipped, received,
        case
            when status not in ('SETTLED', 'SUBSTITUTED') then null
            when status = last_status then last_settled_on
            else business_date
        end as settled_on,
        status,
        business_date
    from judged
)

select
    origin_clues, shipment_no, clave, lot, destination_clues, received_clues, shipped_on, due_on,
    first_received_on, shipped, received, settled_on, status
from final
where settled_on is null or days_between(business_date, settled_on) <= 35
