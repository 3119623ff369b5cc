-- One row per site × clave that is OUT or LOW: what was asked for in vain, and what could come from elsewhere.
with offered as (
    select
        taker_clues,
        clave,
        sum(quantity) as suggested
    from transfer_suggestions
    group by taker_clues, clave
)

select
    key_inventory.state,
    key_inventory.clues,
    key_inventory.site_name,
    key_inventory.clave,
    key_inventory.description,
    key_inventory.programme,
    key_inventory.stock_status,
    key_inventory.stockout_days,
    key_inventory.closing,
    key_inventory.amc,
    days_of_stock(key_inventory.closing, key_inventory.amc) as days_of_stock,
    key_inventory.prescribed - key_inventory.filled as unfilled,
    key_inventory.in_transit,
    coalesce(stock_positions.is_authorised, false) as is_authorised,
    offered.suggested
from key_inventory
left join stock_positions
    on key_inventory.clues = stock_positions.clues
    and key_inventory.clave = stock_positions.clave
left join offered
    on key_inventory.clues = offered.taker_clues
    and key_inventory.clave = offered.clave
where key_inventory.stock_status in ('OUT', 'LOW')
