-- One row per published night, oldest first: what its run.json says, and its discrepancies counted;
-- NULL where they were pruned.
with
discrepancies as (
    select
        taken_on,
        count(*) filter (not has_ended(status)) as open,
        count(*) filter (status = 'NEW') as new,
        count(*) filter (status = 'RESOLVED') as resolved
    from listed
    group by taken_on
)

select
    runs.business_date,
    runs.files,
    runs.accepted,
    runs.quarantined,
    runs.duplicates,
    case when not runs.is_pruned then coalesce(discrepancies.open, 0) end as open,
    case when not runs.is_pruned then coalesce(discrepancies.new, 0) end as new,
    case when not runs.is_pruned then coalesce(discrepancies.resolved, 0) end as resolved,
    runs.run_id
from runs
left join discrepancies on discrepancies.taken_on = runs.business_date
order by runs.business_date
