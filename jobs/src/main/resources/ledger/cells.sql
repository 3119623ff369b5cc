-- One row per cell that has a balance, had one once, or moved or was counted above 0 tonight: its state at the close.
with tonight_counts as (
    select counts.clues, counts.clave, counts.lot, counts.expires_on, counts.quantity
    from counts
    cross join night
    where counts.business_date = night.business_date
),

remembered as (
    select
        clues, clave, lot, expires_on, book, inbound_to_date, dispensed_to_date, last_counted_on, last_counted,
        last_variance, last_movement_on
    from last_stock_balance
    union all
    select
        clues, clave, lot, expires_on, 0, inbound_to_date, dispensed_to_date, last_counted_on, last_counted,
        last_variance, last_movement_on
    from last_idle_cells
    where has_left
),

remembered_or_counted as (
    select
        coalesce(remembered.clues, tonight_counts.clues) as clues,
        coalesce(remembered.clave, tonight_counts.clave) as clave,
        coalesce(remembered.lot, tonight_counts.lot) as lot,
        remembered.clues is not null as is_remembered,
        remembered.expires_on as last_expires_on,
        remembered.book as last_book,
        remembered.inbound_to_date,
        remembered.dispensed_to_date,
        remembered.last_counted_on,
        remembered.last_counted,
        remembered.last_variance,
        remembered.last_movement_on,
        tonight_counts.expires_on as counted_expires_on,
        tonight_counts.quantity as listed
    from remembered
    full join tonight_counts
        on tonight_counts.clues = remembered.clues and tonight_counts.clave = remembered.clave
        and tonight_counts.lot = remembered.lot
),

known as (
    select
        coalesce(before.clues, cell_flows.clues) as clues,
        coalesce(before.clave, cell_flows.clave) as clave,
        coalesce(before.lot, cell_flows.lot) as lot,
        before.last_expires_on,
        coalesce(before.last_book, 0) + coalesce(cell_flows.opening_pieces, 0) as opening,
        coalesce(cell_flows.inflow, 0) as inflow,
        coalesce(cell_flows.outflow, 0) as outflow,
        coalesce(before.inbound_to_date, 0) + coalesce(cell_flows.inbound, 0) as inbound_to_date,
        coalesce(before.dispensed_to_date, 0) + coalesce(cell_flows.dispensed, 0) as dispensed_to_date,
        before.last_counted_on,
        before.last_counted,
        before.last_variance,
        greatest(before.last_movement_on, cell_flows.moved_on) as last_movement_on,
        before.counted_expires_on,
        before.listed,
        cell_flows.clues is not null or coalesce(before.listed, 0) > 0 as is_active
    from remembered_or_counted as before
    full join cell_flows
        on cell_flows.clues = before.clues and cell_flows.clave = before.clave and cell_flows.lot = before.lot
    -- A count of 0 where nothing ever was makes no cell.
    where before.is_remembered or before.listed > 0 or cell_flows.clues is not null
),

closed as (
    select
        known.clues,
        known.clave,
        known.lot,
        case
            when cell_expiries.is_of_line then cell_expiries.expires_on
            else coalesce(known.counted_expires_on, cell_expiries.expires_on, known.last_expires_on)
        end as expires_on,
        known.opening,
        known.inflow,
        known.outflow,
        known.opening + known.inflow - known.outflow as book,
        known.inbound_to_date,
        known.dispensed_to_date,
        -- A cell that has left is counted no more, until it comes back.
        case
            when last_idle_cells.has_left and not known.is_active then null
            when known.listed is not null then known.listed
            when count_reports.is_complete then 0
        end as counted,
        known.last_counted_on,
        known.last_counted,
        known.last_variance,
        known.last_movement_on,
        case
            when known.is_active then night.business_date
            else coalesce(last_idle_cells.last_active_on, night.business_date)
        end as active_on,
        night.business_date,
        night.retire_days
    from known
    left join cell_expiries
        on cell_expiries.clues = known.clues and cell_expiries.clave = known.clave and cell_expiries.lot = known.lot
    left join count_reports on count_reports.clues = known.clues
    left join last_idle_cells
        on last_idle_cells.clues = known.clues and last_idle_cells.clave = known.clave
        and last_idle_cells.lot = known.lot
    cross join night
),

final as (
    select
        clues,
        clave,
        lot,
        expires_on,
        opening,
        inflow,
        outflow,
        book,
        inbound_to_date,
        dispensed_to_date,
        counted,
        counted - book as variance,
        case when counted is null then last_counted_on else business_date end as last_counted_on,
        case when counted is null then last_counted else counted end as last_counted,
        case when counted is null then last_variance else counted - book end as last_variance,
        last_movement_on,
        active_on as last_active_on,
        days_between(business_date, active_on) > retire_days as is_idle
    from closed
)

select
    final.*,
    -- A difference that nobody has explained keeps its row.
    is_idle and book = 0 and coalesce(last_variance, 0) = 0 as has_left
from final
