-- One row per site × clave that on the last night that its site reported had nothing, did not move and has no count: it
-- may have no cell at all, only a prescription.
select key_days.clues, key_days.clave, key_days.taken_on
from key_days
inner join reporting
    on reporting.clues = key_days.clues and reporting.last_reported_on = key_days.taken_on
where key_days.counted is null and key_days.prescribed > 0 and key_days.opening = 0 and key_days.book = 0
