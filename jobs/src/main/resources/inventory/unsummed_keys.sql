-- The first figure of a state, a region or the nation that is not the sum of its sites' rows.
with by_place as (
    select
        state,
        region,
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
        sum(case when kind in ('CENTRAL_WAREHOUSE', 'STATE_WAREHOUSE') then null else amc end) as amc,
        sum(stockout_days) as stockout_days,
        sum(prescribed) as prescribed,
        sum(filled) as filled,
        sum(value) as value,
        sum(nights_reported) as nights_reported,
        sum(open_discrepancies) as open_discrepancies,
        sum(case when stock_status in ('NOT_REPORTED', 'OUT') then 0 else 1 end) as sites_holding,
        sum(case when stock_status = 'OUT' then 1 else 0 end) as sites_lacking,
        sum(case when stock_status = 'NOT_REPORTED' then 1 else 0 end) as sites_not_reported
    from key_inventory
    group by state, region, clave
),

scoped as (
    select 'STATE' as scope, state as scope_id, by_place.* from by_place where state is not null
    union all
    select 'REGION', region, by_place.* from by_place where region is not null
    union all
    select 'NATION', 'MX', by_place.* from by_place
),

parts as (
    select
        scope,
        scope_id,
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
        sum(amc) as amc,
        sum(stockout_days) as stockout_days,
        sum(prescribed) as prescribed,
        sum(filled) as filled,
        sum(value) as value,
        sum(nights_reported) as nights_reported,
        sum(open_discrepancies) as open_discrepancies,
        sum(sites_holding) as sites_holding,
        sum(sites_lacking) as sites_lacking,
        sum(sites_not_reported) as sites_not_reported
    from scoped
    group by scope, scope_id, clave
),

compared as (
    select
        coalesce(key_summary.scope, parts.scope) as scope,
        coalesce(key_summary.scope_id, parts.scope_id) as scope_id,
        coalesce(key_summary.clave, parts.clave) as clave,
        case
            when parts.clave is null or key_summary.clave is null then 'whether there is a row'
            when key_summary.opening is distinct from parts.opening then 'opening'
            when key_summary.received_supplier is distinct from parts.received_supplier then 'received_supplier'
            when key_summary.received_transfer is distinct from parts.received_transfer then 'received_transfer'
            when key_summary.distributed is distinct from parts.distributed then 'distributed'
            when key_summary.dispensed is distinct from parts.dispensed then 'dispensed'
            when key_summary.consumed is distinct from parts.consumed then 'consumed'
            when key_summary.adjusted is distinct from parts.adjusted then 'adjusted'
            when key_summary.prior_period is distinct from parts.prior_period then 'prior_period'
            when key_summary.closing is distinct from parts.closing then 'closing'
            when key_summary.counted is distinct from parts.counted then 'counted'
            when key_summary.variance is distinct from parts.variance then 'variance'
            when key_summary.in_transit is distinct from parts.in_transit then 'in_transit'
            when key_summary.expired is distinct from parts.expired then 'expired'
            when key_summary.expiring_30 is distinct from parts.expiring_30 then 'expiring_30'
            when key_summary.expiring_90 is distinct from parts.expiring_90 then 'expiring_90'
            when key_summary.expiring_180 is distinct from parts.expiring_180 then 'expiring_180'
            when key_summary.amc is distinct from parts.amc then 'amc'
            when key_summary.stockout_days is distinct from parts.stockout_days then 'stockout_days'
            when key_summary.prescribed is distinct from parts.prescribed then 'prescribed'
            when key_summary.filled is distinct from parts.filled then 'filled'
            when key_summary.value is distinct from parts.value then 'value'
            when key_summary.nights_reported is distinct from parts.nights_reported then 'nights_reported'
            when key_summary.open_discrepancies is distinct from parts.open_discrepancies then 'open_discrepancies'
            when key_summary.sites_holding is distinct from parts.sites_holding then 'sites_holding'
            when key_summary.sites_lacking is distinct from parts.sites_lacking then 'sites_lacking'
            when key_summary.sites_not_reported is distinct from parts.sites_not_reported then 'sites_not_reported'
        end as "column"
    from key_summary
    full join parts
        on parts.scope = key_summary.scope and parts.scope_id = key_summary.scope_id
        and parts.clave = key_summary.clave
)

select
    scope || ' ' || scope_id || ', clave ' || clave as place,
    "column" || ' is not the sum of its parts' as fault
from compared
where "column" is not null
order by scope, scope_id, clave
limit 1
