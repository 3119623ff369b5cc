-- One row per site × clave with a key_day row on the last night that its site reported: what was counted, and the book.
select key_days.clues, key_days.clave, key_days.counted, key_days.book
from key_days
inner join reporting
    on reporting.clues = key_days.clues and reporting.last_reported_on = key_days.taken_on
