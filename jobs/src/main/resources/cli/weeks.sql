-- One row per published week, oldest first: the latest revision of its inventory and discrepancies counted.
with
inventory as (
    select
        week,
        revision,
        count(*) as rows,
        count(distinct clues) as sites,
        count(*) filter (stock_status = 'OUT') as out,
        count(*) filter (stock_status = 'LOW') as low,
        count(*) filter (stock_status = 'NOT_REPORTED') as not_reported
    from key_inventory
    group by week, revision
),

discrepancies as (
    select
        week,
        count(*) filter (not has_ended(status)) as open_discrepancies
    from listed
    group by week
)

select
    inventory.*,
    coalesce(discrepancies.open_discrepancies, 0) as open_discrepancies
from inventory
left join discrepancies on discrepancies.week = inventory.week
order by inventory.week
