-- One row per week, this one and those before it that trends look at: the sums of its sites and of its claves.
with sites as (
    select * from site_summary
    union all
    select * from earlier_site_summary
),

claves as (
    select * from key_summary where scope = 'NATION'
    union all
    select * from earlier_key_summary where scope = 'NATION'
),

weeks as (
    select week, week_start from week
    union
    select week, week_start from earlier_site_summary
),

by_sites as (
    select
        week,
        count(*) as sites,
        sum(case when extracts_expected > 0 then 1 else 0 end) as sites_expected,
        sum(case when extracts_expected > 0 and nights_reported = 0 then 1 else 0 end) as sites_silent,
        sum(case when extracts_expected > 0 and nights_reported = 7 then 1 else 0 end) as sites_whole,
        sum(claves_authorised) as claves_authorised,
        sum(claves_available) as claves_available,
        sum(claves_out) as claves_out,
        sum(claves_low) as claves_low,
        sum(claves_not_reported) as claves_not_reported,
        sum(prescribed) as prescribed,
        sum(filled) as filled,
        sum(value) as value,
        sum(expired_value) as expired_value,
        sum(cells_counted) as cells_counted,
        sum(cells_equal) as cells_equal,
        sum(extracts_expected) as extracts_expected,
        sum(extracts_delivered) as extracts_delivered,
        sum(extracts_on_time) as extracts_on_time
    from sites
    group by week
),

by_claves as (
    select
        week,
        sum(expired) as expired,
        sum(expiring_90) as expiring_90
    from claves
    group by week
),

-- Discrepancies, those of no site among them, are known of this week and the one before.
by_findings as (
    select week, open_critical + open_high as open_grave from figures where scope_id = 'MX'
)

select *
from weeks
left join by_sites using (week)
left join by_claves using (week)
left join by_findings using (week)
order by week_start
