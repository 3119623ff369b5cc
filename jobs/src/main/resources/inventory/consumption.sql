-- One row per site × clave: adjusted monthly consumption over the nights read, in thousandths of a piece.
with used as (
    select
        key_days.clues,
        key_days.clave,
        sum(case
            when sites.kind in ('CENTRAL_WAREHOUSE', 'STATE_WAREHOUSE') then key_days.distributed
            else key_days.dispensed + key_days.consumed
        end) as pieces,
        sum(case when key_days.book > 0 then 1 else 0 end) as nights_in_stock
    from key_days
    left join sites on sites.clues = key_days.clues
    group by key_days.clues, key_days.clave
)

-- pieces * 30.4 / nights, rounded to 3 decimals
select clues, clave, ratio_half_up(pieces * 30400, nights_in_stock) as amc_thousandths
from used
where nights_in_stock > 0
