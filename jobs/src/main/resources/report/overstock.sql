-- One row per scope × site × clave with more than its max_days; worst first: the most money above them.
with priced as (
    select surpluses.*, cast(surplus as decimal(24, 0)) * unit_price as surplus_value from surpluses
),

scoped as (
    select state as scope_id, priced.* from priced where state is not null
    union all
    select 'MX', priced.* from priced
),

ranked as (
    select
        scope_id,
        clues,
        clave,
        surplus,
        surplus_value,
        row_number() over (
            partition by scope_id order by surplus_value desc nulls last, surplus desc, clues, clave
        ) as place,
        count(*) over (partition by scope_id) as of_rows
    from scoped
),

kept as (
    select ranked.* from ranked cross join caps
    where ranked.place <= case when ranked.scope_id = 'MX' then caps.nation_rows else caps.state_rows end
)

select
    kept.scope_id,
    kept.place,
    kept.of_rows,
    key_inventory.programme,
    kept.clave,
    key_inventory.description,
    key_inventory.state,
    kept.clues,
    key_inventory.site_name,
    key_inventory.closing,
    key_inventory.amc,
    key_inventory.months_of_stock,
    kept.surplus,
    kept.surplus_value,
    key_inventory.expired,
    key_inventory.expiring_90,
    key_inventory.value
from kept
inner join key_inventory on key_inventory.clues = kept.clues and key_inventory.clave = kept.clave
