-- One row per scope × clave: the sums of the inventory's rows of a state, a region or the nation; rates made of the sums.
with summed as (
    select
        case
            when grouping(state) = 0 then 'STATE'
            when grouping(region) = 0 then 'REGION'
            else 'NATION'
        end as scope,
        case
            when grouping(state) = 0 then state
            when grouping(region) = 0 then region
            else 'MX'
        end as scope_id,
        clave,
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
        -- What warehouses hand on is used up by others.
        sum(amc) filter (not is_warehouse(kind)) as amc,
        sum(stockout_days) as stockout_days,
        sum(prescribed) as prescribed,
        sum(filled) as filled,
        sum(value) as value,
        sum(nights_reported) as nights_reported,
        sum(open_discrepancies) as open_discrepancies,
        count(*) filter (stock_status not in ('NOT_REPORTED', 'OUT')) as sites_holding,
        count(*) filter (stock_status = 'OUT') as sites_lacking,
        count(*) filter (stock_status = 'NOT_REPORTED') as sites_not_reported
    from key_inventory
    group by grouping sets ((state, clave), (region, clave), (clave))
)

select
    week.week,
    week.week_start,
    week.week_end,
    week.revision,
    summed.*,
    catalogue.description,
    catalogue."group",
    catalogue.programme,
    case
        when summed.amc > 0
        then hundredths(ratio_half_up(wide(summed.closing) * 100000, in_thousandths(summed.amc)))
    end as months_of_stock,
    case
        when summed.prescribed > 0
        then ten_thousandths(ratio_half_up(wide(summed.filled) * 10000, summed.prescribed))
    end as fill_rate
from summed
cross join week
left join catalogue on catalogue.clave = summed.clave
-- A site that is not in sites.csv has neither state nor region, and counts in the nation only.
where summed.scope_id is not null
