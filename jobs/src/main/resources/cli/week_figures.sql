-- One row: the authorised claves of a week's sites, and the discrepancies that were open on its last night.
with open_discrepancies as (
    select count(*) as discrepancies
    from discrepancies
    inner join week_end on week_end.week_end = discrepancies.business_date
    where not has_ended(discrepancies.status)
),

sites as (
    select
        coalesce(sum(claves_available), 0) as available,
        coalesce(sum(claves_authorised), 0) as authorised,
        coalesce(sum(claves_out), 0) as out,
        coalesce(sum(claves_low), 0) as low,
        coalesce(sum(claves_not_reported), 0) as not_reported
    from site_summary
)

select sites.*, open_discrepancies.discrepancies
from sites
cross join open_discrepancies
