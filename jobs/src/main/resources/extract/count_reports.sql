-- One row per site with a count for the night: delivered, and complete if no row of it was quarantined. A record that
-- could not be split into cells may be one of the count, whichever extract of its file it is listed for. A file delivered
-- on an earlier night, too, says nothing of what is there now.
with delivered as (
    select clues, file from extracts where extract = 'stock' and status = 'DELIVERED'
),

listed as (
    select counts.clues, min(counts.file) as file
    from counts
    cross join night
    where counts.business_date = night.business_date
    group by counts.clues
),

bad_rows as (
    select landed.taken, quarantine.clues
    from quarantine
    inner join landed
        on landed.file = quarantine.file
        and (
            landed.extract = quarantine.extract
            or quarantine.reason in ('FIELD_COUNT', 'UNCLOSED_QUOTE')
        )
    cross join night
    where landed.extract = 'stock' and landed.delivered_for = night.business_date
),

incomplete as (
    select clues from bad_rows where clues is not null
    union
    select coverage.clues
    from bad_rows
    inner join coverage on coverage.taken = bad_rows.taken
    where bad_rows.clues is null
    union
    select coverage.clues
    from coverage
    inner join landed on landed.taken = coverage.taken
    inner join redelivered_files on redelivered_files.taken = coverage.taken
    where landed.extract = 'stock' and redelivered_files.is_known_before
),

reporting as (
    select clues from delivered
    union
    select clues from listed
)

select
    reporting.clues,
    delivered.clues is not null as is_delivered,
    delivered.clues is not null and incomplete.clues is null as is_complete,
    coalesce(delivered.file, listed.file) as file
from reporting
left join delivered on delivered.clues = reporting.clues
left join listed on listed.clues = reporting.clues
left join incomplete on incomplete.clues = reporting.clues
