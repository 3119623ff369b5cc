-- One row per clues × clave × lot. On the opening night, {is_opening}, the count is what the books begin with.
copy (
    with moved as (
        select clues, clave, lot, expires_on, received_on as event_on, quantity as inflow, 0 as outflow,
            quantity as inbound, 0 as dispensed
        from receipts
        union all
        select clues, clave, lot, expires_on, shipped_on, 0, quantity, 0, 0 from distributions
        union all
        select clues, clave, lot, null, dispensed_on, 0, dispensed_quantity, 0, dispensed_quantity
        from dispensations
        where dispensed_quantity > 0
        union all
        select clues, clave, lot, null, consumed_on, 0, quantity, 0, 0 from consumptions
        union all
        select clues, clave, lot, expires_on, adjusted_on, greatest(quantity, 0), greatest(-quantity, 0),
            greatest(quantity, 0), 0
        from adjustments
    ),

    flows as (
        select
            clues, clave, coalesce(lot, 'NO-LOT') as lot, max(expires_on) as expires_on,
            sum(inflow) as inflow, sum(outflow) as outflow, sum(inbound) as inbound, sum(dispensed) as dispensed,
            max(event_on) as last_movement_on
        from moved
        group by clues, clave, coalesce(lot, 'NO-LOT')
    ),

    counts as (
        select clues, clave, coalesce(lot, 'NO-LOT') as lot, expires_on, quantity
        from stock
        where counted_on = date '{night}'
    ),

    reporting as (
        select distinct clues from counts
    ),

    cells as (
        select
            coalesce(last_balances.clues, flows.clues, counts.clues) as clues,
            coalesce(last_balances.clave, flows.clave, counts.clave) as clave,
            coalesce(last_balances.lot, flows.lot, counts.lot) as lot,
            coalesce(flows.expires_on, counts.expires_on, last_balances.expires_on) as expires_on,
            coalesce(last_balances.book, 0) as last_book,
            coalesce(flows.inflow, 0) as inflow, coalesce(flows.outflow, 0) as outflow,
            coalesce(last_balances.inbound_to_date, 0) + coalesce(flows.inbound, 0) as inbound_to_date,
            coalesce(last_balances.dispensed_to_date, 0) + coalesce(flows.dispensed, 0) as dispensed_to_date,
            counts.quantity,
            last_balances.last_counted_on, last_balances.last_variance,
            greatest(flows.last_movement_on, last_balances.last_movement_on) as last_movement_on
        from last_balances
        full outer join flows
            on flows.clues = last_balances.clues and flows.clave = last_balances.clave
            and flows.lot = last_balances.lot
        full outer join counts
            on counts.clues = coalesce(last_balances.clues, flows.clues)
            and counts.clave = coalesce(last_balances.clave, flows.clave)
            and counts.lot = coalesce(last_balances.lot, flows.lot)
    ),

    counted as (
        select
            cells.*,
            case when reporting.clues is not null then coalesce(cells.quantity, 0) end as counted
        from cells
        left join reporting on reporting.clues = cells.clues
    ),

    opened as (
        select
            counted.*,
            case when {is_opening} then coalesce(counted - inflow + outflow, 0) else last_book end as opening
        from counted
    ),

    final as (
        select
            clues, clave, lot, expires_on, opening, inflow, outflow, opening + inflow - outflow as book,
            inbound_to_date + case when {is_opening} then greatest(opening, 0) else 0 end as inbound_to_date,
            dispensed_to_date, counted,
            counted - (opening + inflow - outflow) as variance,
            case when counted is not null then date '{night}' else last_counted_on end as last_counted_on,
            case when counted is not null then counted - (opening + inflow - outflow) else last_variance end
                as last_variance,
            last_movement_on
        from opened
    )

    select * from final order by clues, clave, lot
) to '{out}/stock_balance.parquet' (format parquet, compression zstd);
