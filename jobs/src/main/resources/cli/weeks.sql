-- One row per published week, oldest first: the latest revision of its inventory, its sites' claves summed up, and its
-- discrepancies that were open on its last night.
with
inventory as (
    select week, revision, week_end, count(*) as rows
    from key_inventory
    group by week, revision, week_end
),

sites as (
    select
        week,
        count(*) as sites,
        sum(claves_out) as claves_out,
        sum(claves_low) as claves_low,
        sum(claves_not_reported) as claves_not_reported
    from site_summary
    group by week
),

discrepancies as (
    select listed.week, count(*) as open_discrepancies
    from listed
    inner join inventory on inventory.week = listed.week and inventory.week_end = listed.business_date
    where not has_ended(listed.status)
    group by listed.week
)

select
    inventory.week,
    inventory.revision,
    inventory.rows,
    coalesce(sites.sites, 0) as sites,
    coalesce(sites.claves_out, 0) as claves_out,
    coalesce(sites.claves_low, 0) as claves_low,
    coalesce(sites.claves_not_reported, 0) as claves_not_reported,
    coalesce(discrepancies.open_discrepancies, 0) as open_discrepancies
from inventory
left join sites on sites.week = inventory.week
left join discrepancies on discrepancies.week = inventory.week
order by inventory.week
