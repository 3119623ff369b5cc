-- One row: what the figures rest on, of the week's site × clave rows.
with stated as (
    select
        sum(case when counted is not null then 1 else 0 end) as rows_counted,
        sum(case when variance <> 0 then 1 else 0 end) as rows_unequal,
        sum(case when closing < 0 then 1 else 0 end) as rows_negative,
        sum(case when closing <> 0 and value is null then 1 else 0 end) as rows_unpriced,
        sum(case when prior_period <> 0 then 1 else 0 end) as rows_with_late_movements
    from key_inventory
),

restated as (
    select
        count(*) as restated_cells,
        count(distinct restated_week) as restated_weeks
    from restatement
)

select stated.*, restated.*
from stated
cross join restated
