-- The sites whose extracts did not all come on time, the most silent first.
with wanting as (
    select
        site_summary.*,
        extracts_expected - extracts_delivered as extracts_missing
    from site_summary
    where extracts_on_time < extracts_expected
),

counted as (
    select count(*) as rows_in_all from wanting
)

select wanting.*, counted.rows_in_all
from wanting
cross join counted
order by wanting.nights_reported, wanting.extracts_missing desc, wanting.extracts_on_time, wanting.clues
limit 500
