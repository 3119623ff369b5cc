-- One row per cell that has a balance, had one once, or moved or was counted above 0 tonight: its state at the close.
with tonight_counts as (
    select counts.clues, counts.clave, counts.lot, counts.quantity
    from counts
    cross join night
    where counts.business_date = night.business_date
),

remembered as (
    select
        clues, clave, lot, expires_on, book, inbound_to_date, dispensed_to_date, last_counted_on, last_variance,
        last_movement_on
    from last_stock_balance
    union all
    select
        clues, clave, lot, expires_on, 0, inbound_to_date, dispensed_to_date, last_counted_on, last_variance,
        last_movement_on
    from last_idle_cells
    where has_left
),

named as (
    select clues, clave, lot from remembered
    union
    select clues, clave, lot from cell_flows
    union
    select clues, clave, lot from tonight_counts where quantity > 0
),

booked as (
    select
        named.clues,
        named.clave,
        named.lot,
        coalesce(cell_expiries.expires_on, remembered.expires_on) as expires_on,
        coalesce(remembered.book, 0) + coalesce(cell_flows.opening_pieces, 0) as opening,
        coalesce(cell_flows.inflow, 0) as inflow,
        coalesce(cell_flows.outflow, 0) as outflow,
        coalesce(remembered.inbound_to_date, 0) + coalesce(cell_flows.inbound, 0) as inbound_to_date,
        coalesce(remembered.dispensed_to_date, 0) + coalesce(cell_flows.dispensed, 0) as dispensed_to_date,
        case
            when tonight_counts.quantity is not null then tonight_counts.quantity
            when count_reports.is_complete then 0
        end as counted,
        remembered.last_counted_on,
        remembered.last_variance,
        greatest(remembered.last_movement_on, cell_flows.moved_on) as last_movement_on,
        cell_flows.clues is not null as has_moved,
        last_idle_cells.last_active_on
    from named
    left join remembered
        on remembered.clues = named.clues and remembered.clave = named.clave and remembered.lot = named.lot
    left join cell_flows
        on cell_flows.clues = named.clues and cell_flows.clave = named.clave and cell_flows.lot = named.lot
    left join cell_expiries
        on cell_expiries.clues = named.clues and cell_expiries.clave = named.clave and cell_expiries.lot = named.lot
    left join tonight_counts
        on tonight_counts.clues = named.clues and tonight_counts.clave = named.clave
        and tonight_counts.lot = named.lot
    left join count_reports on count_reports.clues = named.clues
    left join last_idle_cells
        on last_idle_cells.clues = named.clues and last_idle_cells.clave = named.clave
        and last_idle_cells.lot = named.lot
),

closed as (
    select
        booked.*,
        opening + inflow - outflow as book,
        case
            when has_moved or counted > 0 or last_active_on is null then night.business_date
            else last_active_on
        end as active_on,
        night.business_date,
        night.retire_days
    from booked
    cross join night
),

judged as (
    select closed.*, book = 0 and days_between(business_date, active_on) > retire_days as has_left from closed
)

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
    -- A cell that has left keeps what it had: it takes that up again if it comes back.
    case when counted is not null and not has_left then business_date else last_counted_on end as last_counted_on,
    case when counted is not null and not has_left then counted - book else last_variance end as last_variance,
    last_movement_on,
    active_on as last_active_on,
    has_left
from judged
