-- One row per published night, oldest first: what its run.json says, and its discrepancies counted.
with
discrepancies as (
    select
        taken_on,
        count(*) filter (status <> 'RESOLVED') as open,
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
    coalesce(discrepancies.open, 0) as open,
    coalesce(discrepancies.new, 0) as new,
    coalesce(discrepancies.resolved, 0) as resolved,
    runs.run_id
from runs
left join discrepancies on discrepancies.taken_on = runs.business_date
order by runs.business_date
