-- Sites and claves whose opening and flows do not make their book.
select clues || ' ' || clave as key
from key_day
where opening + received_supplier + received_transfer - distributed - dispensed - consumed + adjusted <> book
order by key
limit 1
