-- One row per earlier week of which late movements or corrections change what was published.
select
    restated_week,
    restated_revision,
    count(*) as cells,
    count(distinct clues) as sites,
    sum(case when "column" = 'closing' then difference else 0 end) as closing_difference
from restatement
group by restated_week, restated_revision
order by restated_week
