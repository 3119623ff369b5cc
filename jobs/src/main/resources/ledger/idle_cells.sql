-- One row per cell whose book is 0; of those that have left the balance, where their columns stood.
select
    clues, clave, lot, last_active_on, has_left,
    case when has_left then expires_on end as expires_on,
    case when has_left then inbound_to_date end as inbound_to_date,
    case when has_left then dispensed_to_date end as dispensed_to_date,
    case when has_left then last_counted_on end as last_counted_on,
    case when has_left then last_counted end as last_counted,
    case when has_left then last_variance end as last_variance,
    case when has_left then last_movement_on end as last_movement_on
from cells
where book = 0
