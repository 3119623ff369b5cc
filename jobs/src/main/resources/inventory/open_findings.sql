-- One row per site × clave: discrepancies of its own that were not resolved on the last night.
select week_discrepancies.clues, week_discrepancies.clave, count(*) as open_discrepancies
from week_discrepancies
cross join week
where week_discrepancies.taken_on = week.week_end and week_discrepancies.status <> 'RESOLVED'
group by week_discrepancies.clues, week_discrepancies.clave
