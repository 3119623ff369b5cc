-- One row per scope × week (this one, and the one before it where it is published): the cover's figures. Rates are made
-- of the sums.
with weeks as (
    select week, week_end from week
    union all
    select distinct week, week_end from last_site_summary
),

all_sites as (
    select * from site_summary
    union all
    select * from last_site_summary
),

scoped_sites as (
    select state as scope_id, all_sites.* from all_sites where state is not null
    union all
    select 'MX', all_sites.* from all_sites
),

sites as (
    select
        scope_id,
        week,
        sum(case when extracts_expected > 0 then 1 else 0 end) as sites_expected,
        sum(case when extracts_expected > 0 and nights_reported > 0 then 1 else 0 end) as sites_reported,
        sum(extracts_expected) as extracts_expected,
        sum(extracts_on_time) as extracts_on_time,
        sum(cells_counted) as cells_counted,
        sum(cells_equal) as cells_equal,
        sum(claves_authorised) as claves_authorised,
        sum(claves_available) as claves_available,
        sum(claves_out) as claves_out,
        sum(claves_low) as claves_low,
        sum(claves_not_reported) as claves_not_reported,
        sum(prescribed) as prescribed,
        sum(filled) as filled,
        sum(value) as value,
        sum(expired_value) as expired_value
    from scoped_sites
    group by scope_id, week
),

all_claves as (
    select * from key_summary
    union all
    select * from last_key_summary
),

claves as (
    select
        scope_id,
        week,
        sum(case when sites_lacking > 0 and sites_holding = 0 then 1 else 0 end) as claves_out_everywhere
    from all_claves
    where scope in ('STATE', 'NATION')
    group by scope_id, week
),

scoped_findings as (
    select state as scope_id, open_discrepancies.* from open_discrepancies where state is not null
    union all
    select 'MX', open_discrepancies.* from open_discrepancies
),

findings as (
    select
        scope_id,
        week,
        sum(case when severity = 'CRITICAL' then 1 else 0 end) as open_critical,
        sum(case when severity = 'HIGH' then 1 else 0 end) as open_high,
        sum(case when severity = 'MEDIUM' then 1 else 0 end) as open_medium,
        sum(case when severity = 'LOW' then 1 else 0 end) as open_low
    from scoped_findings
    group by scope_id, week
),

scopes as (
    select distinct scope_id from sites
    union
    select 'MX'
)

select
    scopes.scope_id,
    weeks.week,
    coalesce(sites.sites_expected, 0) as sites_expected,
    coalesce(sites.sites_reported, 0) as sites_reported,
    case
        when sites.sites_expected > 0
        then ten_thousandths(ratio_half_up(wide(sites.sites_reported) * 10000, sites.sites_expected))
    end as reporting_rate,
    coalesce(sites.extracts_expected, 0) as extracts_expected,
    coalesce(sites.extracts_on_time, 0) as extracts_on_time,
    case
        when sites.extracts_expected > 0
        then ten_thousandths(ratio_half_up(wide(sites.extracts_on_time) * 10000, sites.extracts_expected))
    end as on_time_rate,
    coalesce(sites.cells_counted, 0) as cells_counted,
    coalesce(sites.cells_equal, 0) as cells_equal,
    case
        when sites.cells_counted > 0
        then ten_thousandths(ratio_half_up(wide(sites.cells_equal) * 10000, sites.cells_counted))
    end as inventory_accuracy,
    coalesce(sites.claves_authorised, 0) as claves_authorised,
    coalesce(sites.claves_available, 0) as claves_available,
    case
        when sites.claves_authorised > 0
        then ten_thousandths(ratio_half_up(wide(sites.claves_available) * 10000, sites.claves_authorised))
    end as availability,
    coalesce(sites.prescribed, 0) as prescribed,
    coalesce(sites.filled, 0) as filled,
    case
        when sites.prescribed > 0 then ten_thousandths(ratio_half_up(wide(sites.filled) * 10000, sites.prescribed))
    end as fill_rate,
    sites.value,
    coalesce(sites.claves_out, 0) as claves_out,
    coalesce(claves.claves_out_everywhere, 0) as claves_out_everywhere,
    coalesce(sites.claves_low, 0) as claves_low,
    coalesce(sites.claves_not_reported, 0) as claves_not_reported,
    sites.expired_value,
    coalesce(findings.open_critical, 0) as open_critical,
    coalesce(findings.open_high, 0) as open_high,
    coalesce(findings.open_medium, 0) as open_medium,
    coalesce(findings.open_low, 0) as open_low
from scopes
cross join weeks
left join sites on sites.scope_id = scopes.scope_id and sites.week = weeks.week
left join claves on claves.scope_id = scopes.scope_id and claves.week = weeks.week
left join findings on findings.scope_id = scopes.scope_id and findings.week = weeks.week
