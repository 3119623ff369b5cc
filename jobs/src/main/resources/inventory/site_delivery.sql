-- One row per site: what it had to deliver in the week, what came by the week's end, and what came on its own night.
with on_time as (
    select taken_on, clues, extract from week_extracts where status = 'DELIVERED'
),

-- An empty file of its own night delivers on time; a later one says late that there is nothing to report.
late_files as (
    select taken_on, file, who, extract, delivered_for from week_files where status in ('LATE', 'EMPTY')
),

late as (
    select delivered_for, who as clues, extract from late_files
    union
    select late_files.delivered_for, week_file_totals.clues, late_files.extract
    from late_files
    inner join week_file_totals
        on week_file_totals.taken_on = late_files.taken_on and week_file_totals.file = late_files.file
        and week_file_totals.extract = late_files.extract
)

select
    expected_extracts.clues,
    count(*) as extracts_expected,
    count(*) filter (on_time.clues is not null or late.clues is not null) as extracts_delivered,
    count(*) filter (on_time.clues is not null) as extracts_on_time
from expected_extracts
left join on_time
    on on_time.taken_on = expected_extracts.business_date
    and on_time.clues = expected_extracts.clues and on_time.extract = expected_extracts.extract
left join late
    on late.delivered_for = expected_extracts.business_date
    and late.clues = expected_extracts.clues and late.extract = expected_extracts.extract
group by expected_extracts.clues
