-- One row per site × clave: adjusted monthly consumption over the last 91 nights, in thousandths of a piece.
with uses as (
    select clues, clave, distributed, dispensed + consumed as consumption, nights_in_stock from week_flows
    union all
    -- A night figures in its week's published inventory; of weeks that have none, each night is read.
    select clues, clave, distributed, dispensed + consumed, 7 - stockout_days from earlier_key_inventory
    union all
    select clues, clave, distributed, dispensed + consumed, case when book > 0 then 1 else 0 end from earlier_key_days
),

summed as (
    select
        clues,
        clave,
        sum(distributed) as distributed,
        sum(consumption) as consumption,
        sum(nights_in_stock) as nights_in_stock
    from uses
    group by clues, clave
),

used as (
    select
        summed.clues,
        summed.clave,
        case
            when is_warehouse(sites.kind) then summed.distributed
            else summed.consumption
        end as pieces,
        summed.nights_in_stock
    from summed
    left join sites on sites.clues = summed.clues
    where summed.nights_in_stock > 0
)

-- pieces * 30.4 / nights, rounded to 3 decimals
select clues, clave, ratio_half_up(wide(pieces) * 30400, nights_in_stock) as amc_thousandths
from used
