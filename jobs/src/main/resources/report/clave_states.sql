-- One row per scope (a state's code, MX) × clave: sites by status, and what is used a month where there is none left.
with scoped as (
    select state as scope_id, key_inventory.* from key_inventory where state is not null
    union all
    select 'MX', key_inventory.* from key_inventory
)

select
    scope_id,
    clave,
    sum(case when stock_status = 'OUT' then 1 else 0 end) as sites_out,
    sum(case when stock_status = 'LOW' then 1 else 0 end) as sites_low,
    sum(case when stock_status = 'OUT' then amc end) as amc_out,
    sum(prescribed - filled) as unfilled
from scoped
group by scope_id, clave
