-- One row per origin_clues × shipment_no × clave × lot of a shipment × clave that is open or named tonight (contract
-- section 5, shipments).
with named as (
    select substr(document_id, 1, 11) as origin_clues, substr(document_id, 13) as shipment_no, clave
    from named_documents
    where document = 'shipment'
),

-- Settled on an earlier night: known from the night that listed it last.
settled_before as (
    select
        earlier_shipments.origin_clues, earlier_shipments.shipment_no, earlier_shipments.clave,
        earlier_shipments.lot,
        max(earlier_shipments.settled_on) as settled_on
    from earlier_shipments
    semi join shipments_before
        on shipments_before.origin_clues = earlier_shipments.origin_clues
        and shipments_before.shipment_no = earlier_shipments.shipment_no
        and shipments_before.clave = earlier_shipments.clave
        and shipments_before.lot = earlier_shipments.lot
    group by
        earlier_shipments.origin_clues, earlier_shipments.shipment_no, earlier_shipments.clave,
        earlier_shipments.lot
),

touched as (
    select
        shipment_sums.origin_clues, shipment_sums.shipment_no, shipment_sums.clave, shipment_sums.lot,
        shipment_sums.first_sent.site as destination_clues,
        shipment_sums.first_received.site as received_clues,
        shipment_sums.first_sent.event_on as shipped_on,
        shipment_sums.first_received.event_on as first_received_on,
        shipment_sums.shipped,
        shipment_sums.received,
        shipments_before.settled_as,
        settled_before.settled_on,
        true as is_named
    from shipment_sums
    left join shipments_before
        on shipments_before.origin_clues = shipment_sums.origin_clues
        and shipments_before.shipment_no = shipment_sums.shipment_no
        and shipments_before.clave = shipment_sums.clave
        and shipments_before.lot = shipment_sums.lot
    left join settled_before
        on settled_before.origin_clues = shipment_sums.origin_clues
        and settled_before.shipment_no = shipment_sums.shipment_no
        and settled_before.clave = shipment_sums.clave
        and settled_before.lot = shipment_sums.lot
    where shipment_sums.shipped <> 0 or shipment_sums.received <> 0
),

untouched as (
    select
        origin_clues, shipment_no, clave, lot, destination_clues, received_clues, shipped_on, first_received_on,
        shipped, received, status as settled_as, settled_on, false as is_named
    from last_shipments
    anti join named
        on named.origin_clues = last_shipments.origin_clues
        and named.shipment_no = last_shipments.shipment_no
        and named.clave = last_shipments.clave
),

summed as (
    select * from touched
    union all
    select * from untouched
),

due as (
    select
        summed.*,
        sum(summed.shipped) over by_clave as clave_shipped,
        sum(summed.received) over by_clave as clave_received,
        days_after(summed.shipped_on, coalesce(routes.transit_days, night.transit_days)) as due_on,
        night.business_date
    from summed
    cross join night
    left join routes
        on routes.origin_clues = summed.origin_clues and routes.destination_clues = summed.destination_clues
    window by_clave as (partition by summed.origin_clues, summed.shipment_no, summed.clave)
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
        judged.*,
        sum(case when status in ('SETTLED', 'SUBSTITUTED') then 0 else 1 end) over (
            partition by origin_clues, shipment_no, clave
        ) as open_rows
    from judged
)

select
    origin_clues, shipment_no, clave, lot, destination_clues, received_clues, shipped_on, due_on,
    first_received_on, shipped, received,
    case
        when status not in ('SETTLED', 'SUBSTITUTED') then null
        when status = settled_as then settled_on
        else business_date
    end as settled_on,
    status
from final
where is_named or open_rows > 0
