-- One row per band of months of stock, of the rows with stock and demand: how many there are. The last has no end.
with bands as (
    select 1 as band, cast(0 as decimal(38, 2)) as months_from, cast(0.5 as decimal(38, 2)) as months_to
    union all
    select 2, 0.5, 1
    union all
    select 3, 1, 2
    union all
    select 4, 2, 3
    union all
    select 5, 3, 6
    union all
    select 6, 6, 12
    union all
    select 7, 12, null
),

covered as (
    select months_of_stock
    from key_inventory
    where months_of_stock is not null and closing > 0 and stock_status <> 'NOT_REPORTED'
)

select
    bands.band,
    bands.months_from,
    bands.months_to,
    count(covered.months_of_stock) as inventory_rows
from bands
left join covered
    on covered.months_of_stock >= bands.months_from
    and (bands.months_to is null or covered.months_of_stock < bands.months_to)
group by bands.band, bands.months_from, bands.months_to
order by bands.band
