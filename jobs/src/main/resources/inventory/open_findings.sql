-- One row per site × clave: discrepancies of its own that were open on the last night.
select week_discrepancies.clues, week_discrepancies.clave, count(*) as open_discrepancies
from week_discrepancies
cross join week
where week_discrepancies.taken_on = week.week_end and not has_ended(week_discrepancies.status)
group by week_discrepancies.clues, week_discrepancies.clave
