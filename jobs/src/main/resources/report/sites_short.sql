-- One row per scope × site × clave that is OUT or LOW; worst first: OUT before LOW, then what patients were not given and
-- what a month takes (of OUT), or how long it lasts (of LOW).
with short as (
    select
        state,
        clues,
        clave,
        stock_status,
        amc,
        prescribed - filled as unfilled,
        stockout_days,
        days_of_stock(closing, amc) as days_of_stock
    from key_inventory
    where stock_status in ('OUT', 'LOW')
),

scoped as (
    select state as scope_id, short.* from short where state is not null
    union all
    select 'MX', short.* from short
),

ranked as (
    select
        scope_id,
        clues,
        clave,
        unfilled,
        days_of_stock,
        row_number() over (
            partition by scope_id
            order by
                stock_status desc,
                case when stock_status = 'OUT' then unfilled else 0 end desc,
                case when stock_status = 'OUT' then amc end desc nulls last,
                case when stock_status = 'LOW' then days_of_stock end nulls last,
                unfilled desc,
                amc desc nulls last,
                stockout_days desc,
                clues,
                clave
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
    key_inventory.stock_status,
    key_inventory.programme,
    kept.clave,
    key_inventory.description,
    key_inventory.state,
    kept.clues,
    key_inventory.site_name,
    key_inventory.closing,
    key_inventory.in_transit,
    key_inventory.amc,
    key_inventory.months_of_stock,
    kept.days_of_stock,
    stock_positions.is_authorised,
    key_inventory.stockout_days,
    key_inventory.prescribed,
    kept.unfilled,
    suggested.giver_clues as surplus_clues,
    case
        when suggested.giver_clues is not null then key_inventory.state
        when first_state.state = key_inventory.state then second_state.state
        else first_state.state
    end as surplus_state,
    case
        when suggested.giver_clues is not null then suggested.pieces
        when first_state.state = key_inventory.state then second_state.surplus
        else first_state.surplus
    end as surplus_near
from kept
inner join key_inventory on key_inventory.clues = kept.clues and key_inventory.clave = kept.clave
left join stock_positions on stock_positions.clues = kept.clues and stock_positions.clave = kept.clave
left join suggested on suggested.taker_clues = kept.clues and suggested.clave = kept.clave
left join state_surpluses as first_state on first_state.clave = kept.clave and first_state.place = 1
left join state_surpluses as second_state on second_state.clave = kept.clave and second_state.place = 2
