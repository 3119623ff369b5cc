-- One row per scope (a state's code, MX) × clave: sites by status. Of the sites that are out: what they use up in a month,
-- what warehouses among them hand on in a month, and what was prescribed there and not filled.
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
    sum(case when stock_status = 'OUT' and not is_warehouse(kind) then amc end) as amc_out,
    sum(case when stock_status = 'OUT' and is_warehouse(kind) then amc end) as handed_on_out,
    sum(case when stock_status = 'OUT' then prescribed - filled else 0 end) as unfilled_out,
    sum(prescribed - filled) as unfilled
from scoped
group by scope_id, clave
