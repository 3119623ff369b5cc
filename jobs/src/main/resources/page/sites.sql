-- The sites, the least available first; those that are authorised to hold nothing come last.
with counted as (
    select count(*) as rows_in_all from site_summary
)

select
    site_summary.*,
    site_summary.open_critical + site_summary.open_high as open_grave,
    counted.rows_in_all
from site_summary
cross join counted
order by site_summary.availability nulls last, site_summary.claves_authorised desc, site_summary.clues
limit 500
