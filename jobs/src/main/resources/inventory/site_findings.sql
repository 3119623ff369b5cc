-- One row per site: its discrepancies that were open on the last night, by severity. Those of no site are the nation's.
select
    week_discrepancies.clues,
    count(*) filter (week_discrepancies.severity = 'CRITICAL') as open_critical,
    count(*) filter (week_discrepancies.severity = 'HIGH') as open_high,
    count(*) filter (week_discrepancies.severity = 'MEDIUM') as open_medium,
    count(*) filter (week_discrepancies.severity = 'LOW') as open_low
from week_discrepancies
inner join week on week.week_end = week_discrepancies.taken_on
where not has_ended(week_discrepancies.status) and week_discrepancies.clues is not null
group by week_discrepancies.clues
