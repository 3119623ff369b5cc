-- One row per discrepancy listed in the week: its last state, and on how many nights it was listed.
with ranked as (
    select
        week_discrepancies.*,
        row_number() over (partition by discrepancy_id order by taken_on desc) as recency,
        count(*) over (partition by discrepancy_id) as nights_seen
    from week_discrepancies
)

select week.week, week.revision, ranked.*
from ranked
cross join week
where ranked.recency = 1
