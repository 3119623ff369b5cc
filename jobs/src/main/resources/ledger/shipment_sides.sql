-- One row per origin × shipment × clave × lot: the earliest line of either side, as (day, site).
with standing as (
    select
        'distributions' = extract as is_shipped,
        case when extract = 'distributions' then clues else counterpart_clues end as origin_clues,
        shipment_no, clave, lot, event_on,
        case when extract = 'distributions' then counterpart_clues else clues end as site
    from current_lines
    where extract = 'distributions' or (extract = 'receipts' and source = 'TRANSFER')
    union all
    select
        'distributions' = extract,
        case when extract = 'distributions' then clues else counterpart_clues end,
        shipment_no, clave, lot, event_on,
        case when extract = 'distributions' then counterpart_clues else clues end
    from touched_lines
    where document = 'shipment'
),

taken_back as (
    select
        'distributions' = extract as is_shipped,
        case when extract = 'distributions' then clues else counterpart_clues end as origin_clues,
        shipment_no, clave, lot, event_on,
        case when extract = 'distributions' then counterpart_clues else clues end as site
    from replaced_lines
    where extract = 'distributions' or (extract = 'receipts' and source = 'TRANSFER')
),

remembered as (
    select true as is_shipped, origin_clues, shipment_no, clave, lot, shipped_on as event_on, destination_clues as site
    from last_shipments
    where shipped_on is not null
    union all
    select false, origin_clues, shipment_no, clave, lot, first_received_on, received_clues
    from last_shipments
    where first_received_on is not null
),

known as (
    select * from standing
    union
    select remembered.*
    from remembered
    left join taken_back
        on taken_back.is_shipped = remembered.is_shipped
        and taken_back.origin_clues = remembered.origin_clues
        and taken_back.shipment_no = remembered.shipment_no
        and taken_back.clave = remembered.clave
        and taken_back.lot = remembered.lot
        and taken_back.event_on = remembered.event_on
        and taken_back.site = remembered.site
    where taken_back.site is null
)

select
    origin_clues, shipment_no, clave, lot,
    min(case when is_shipped then struct_pack(event_on := event_on, site := site) end) as first_shipped,
    min(case when not is_shipped then struct_pack(event_on := event_on, site := site) end) as first_received
from known
group by origin_clues, shipment_no, clave, lot
