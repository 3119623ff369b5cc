-- One row per scope × clave: the sums of the inventory's rows of a state, a region or the nation; rates made of the sums.
with scoped as (
    select 'STATE' as scope, state as scope_id, key_inventory.* from key_inventory where state is not null
    union all
    select 'REGION', region, key_inventory.* from key_inventory where region is not null
    union all
    select 'NATION', 'MX', key_inventory.* from key_inventory
),

summed as (
    select
        scope,
        scope_id,
        clave,
        any_value(description) as description,
        any_value("group") as "group",
        any_value(programme) as programme,
        sum(opening) as opening,
        sum(received_supplier) as received_supplier,
        sum(received_transfer) as received_transfer,
        sum(distributed) as distributed,
        sum(dispensed) as dispensed,
        sum(consumed) as consumed,
        sum(adjusted) as adjusted,
        sum(prior_period) as prior_period,
        sum(closing) as closing,
        sum(counted) as counted,
        sum(variance) as variance,
        sum(in_transit) as in_transit,
        sum(expired) as expired,
        sum(expiring_30) as expiring_30,
        sum(expiring_90) as expiring_90,
        sum(expiring_180) as expiring_180,
        sum(amc) as amc,
        sum(stockout_days) as stockout_days,
        sum(prescribed) as prescribed,
        sum(filled) as filled,
        sum(value) as value,
        sum(nights_reported) as nights_reported,
        sum(open_discrepancies) as open_discrepancies,
        sum(case when stock_status in ('NOT_REPORTED', 'OUT') then 0 else 1 end) as sites_holding,
        sum(case when stock_status = 'OUT' then 1 else 0 end) as sites_lacking,
        sum(case when stock_status = 'NOT_REPORTED' then 1 else 0 end) as sites_not_reported
    from scoped
    group by scope, scope_id, clave
)

select
    week.week,
    week.week_start,
    week.week_end,
    week.revision,
    summed.*,
    case
        when summed.amc > 0
        then hundredths(ratio_half_up(summed.closing * 100000, cast(summed.amc * 1000 as hugeint)))
    end as months_of_stock,
    case
        when summed.prescribed > 0
        then ten_thousandths(ratio_half_up(summed.filled * 10000, summed.prescribed))
    end as fill_rate
from summed
cross join week
