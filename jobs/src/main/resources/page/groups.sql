-- One row per state and per kind of site, the least available first: how much of what is authorised its sites have.
with grouped as (
    select 'STATE' as grouping, coalesce(state, '') as group_id, site_summary.* from site_summary
    union all
    select 'KIND', coalesce(kind, ''), site_summary.* from site_summary
),

summed as (
    select
        grouping,
        group_id,
        count(*) as sites,
        sum(claves_authorised) as claves_authorised,
        sum(claves_available) as claves_available,
        sum(claves_out) as claves_out,
        sum(claves_not_reported) as claves_not_reported,
        sum(extracts_expected) as extracts_expected,
        sum(extracts_on_time) as extracts_on_time
    from grouped
    group by grouping, group_id
)

select
    summed.*,
    ten_thousandths(ratio_half_up(wide(claves_available) * 10000, claves_authorised)) as availability
from summed
where claves_authorised > 0
order by grouping, availability, claves_authorised desc, group_id
