-- The site × clave rows with stock that has expired or will within 180 days, the dearest of the next 90 days first.
with expiring as (
    select
        state,
        clues,
        site_name,
        clave,
        description,
        programme,
        closing,
        expired,
        expiring_30,
        expiring_90,
        expiring_180,
        expired + expiring_90 as expired_or_soon,
        -- value is closing × price, so this is the price, exactly; unknown where nothing is left to tell it.
        case
            when closing <> 0
            then in_ten_thousandths(abs(value)) // abs(cast(closing as hugeint))
        end as price_ten_thousandths
    from key_inventory
    where expired > 0 or expiring_180 > 0
),

priced as (
    select
        expiring.*,
        ten_thousandths(expired_or_soon * price_ten_thousandths) as value_at_risk
    from expiring
),

counted as (
    select count(*) as rows_in_all from priced
)

select priced.*, counted.rows_in_all
from priced
cross join counted
order by priced.value_at_risk desc nulls last, priced.expired_or_soon desc, priced.expiring_180 desc, priced.clues,
    priced.clave
limit 500
