-- One row per site that delivered stock in the week: on how many nights, and the last of them.
select clues, count(*) as nights_reported, max(taken_on) as last_reported_on
from week_extracts
where extract = 'stock' and status = 'DELIVERED'
group by clues
