-- One row per clues × clave × lot ever held, until it has been empty, quiet and as counted for long enough.
select
    clues, clave, lot, expires_on, opening, inflow, outflow, book, inbound_to_date, dispensed_to_date, counted,
    variance, last_counted_on, last_counted, last_variance, last_movement_on
from cells
where not has_left
