-- One row per site of a week.
select *
from site_summary
where /* filters */ true
order by state nulls first, clues
