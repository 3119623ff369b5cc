-- One row per site whose whole stock was known on a night of the week: the last such night.
select clues, max(taken_on) as known_on
from site_days
where is_stock_known
group by clues
