-- One row per figure that a week restates.
select *
from restatement
where /* filters */ true
order by restated_week, clues, clave, "column"
