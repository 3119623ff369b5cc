-- One row per site that delivered stock in the week: on how many nights.
select clues, count(*) as nights_reported
from week_extracts
where extract = 'stock' and status = 'DELIVERED'
group by clues
