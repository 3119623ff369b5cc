-- One row per scope × place of the ten findings that matter most. Three lists, each worst first: claves that sites are
-- out of, by what these use up in a month (4 places); rules with open CRITICAL or HIGH discrepancies, by severity and value
-- at risk (3); claves expired or expiring within 30 days, by value (3). Places that a list leaves go to the others.
with shortages as (
    select
        clave_states.scope_id,
        1 as list,
        'SHORTAGE' as kind,
        cast(null as varchar) as rule,
        cast(null as varchar) as severity,
        clave_states.clave,
        key_summary.description,
        clave_states.sites_out as many,
        key_summary.sites_holding + key_summary.sites_lacking + key_summary.sites_not_reported as of_many,
        clave_states.amc_out as pieces,
        clave_states.unfilled_out as other_pieces,
        clave_states.handed_on_out as handed_on,
        cast(null as decimal(38, 4)) as value,
        cast(null as varchar) as explanation_es,
        cast(null as varchar) as explanation_en,
        row_number() over (
            partition by clave_states.scope_id
            order by
                clave_states.amc_out desc nulls last,
                clave_states.unfilled_out desc,
                clave_states.handed_on_out desc nulls last,
                clave_states.clave
        ) as list_place
    from clave_states
    inner join key_summary
        on key_summary.scope_id = clave_states.scope_id and key_summary.clave = clave_states.clave
        and key_summary.scope in ('STATE', 'NATION')
    where clave_states.amc_out > 0 or clave_states.unfilled_out > 0 or clave_states.handed_on_out > 0
),

grave as (
    select open_discrepancies.*, case when severity = 'CRITICAL' then 1 else 2 end as weight
    from open_discrepancies
    inner join week on week.week = open_discrepancies.week
    where severity in ('CRITICAL', 'HIGH')
),

scoped_findings as (
    select state as scope_id, grave.* from grave where state is not null
    union all
    select 'MX', grave.* from grave
),

weighed_findings as (
    select
        scoped_findings.*,
        count(*) over (partition by scope_id, rule, weight) as many,
        sum(value_at_risk) over (partition by scope_id, rule, weight) as value,
        row_number() over (
            partition by scope_id, rule, weight order by value_at_risk desc nulls last, discrepancy_id
        ) as example
    from scoped_findings
),

discrepant as (
    select
        scope_id,
        2 as list,
        'DISCREPANCY' as kind,
        rule,
        severity,
        clave,
        cast(null as varchar) as description,
        many,
        cast(null as bigint) as of_many,
        cast(null as decimal(38, 3)) as pieces,
        cast(null as bigint) as other_pieces,
        cast(null as decimal(38, 3)) as handed_on,
        value,
        explanation_es,
        explanation_en,
        row_number() over (
            partition by scope_id order by weight, value desc nulls last, many desc, rule
        ) as list_place
    from weighed_findings
    where example = 1
),

priced as (
    select
        key_summary.scope_id,
        key_summary.clave,
        key_summary.description,
        key_summary.expired,
        key_summary.expiring_30,
        cast(key_summary.expired + key_summary.expiring_30 as decimal(24, 0)) * catalogue.unit_price as value
    from key_summary
    left join catalogue on catalogue.clave = key_summary.clave
    where key_summary.scope in ('STATE', 'NATION') and key_summary.expired + key_summary.expiring_30 > 0
),

expiries as (
    select
        scope_id,
        3 as list,
        'EXPIRY' as kind,
        cast(null as varchar) as rule,
        cast(null as varchar) as severity,
        clave,
        description,
        cast(null as bigint) as many,
        cast(null as bigint) as of_many,
        cast(expired as decimal(38, 3)) as pieces,
        expiring_30 as other_pieces,
        cast(null as decimal(38, 3)) as handed_on,
        value,
        cast(null as varchar) as explanation_es,
        cast(null as varchar) as explanation_en,
        row_number() over (
            partition by scope_id order by value desc nulls last, expired + expiring_30 desc, clave
        ) as list_place
    from priced
),

candidates as (
    select * from shortages where list_place <= 10
    union all
    select * from discrepant where list_place <= 10
    union all
    select * from expiries where list_place <= 10
),

chosen as (
    select
        candidates.*,
        row_number() over (
            partition by scope_id
            order by
                case when list_place <= case when list = 1 then 4 else 3 end then 0 else 1 end,
                list,
                list_place
        ) as choice
    from candidates
)

select chosen.*, row_number() over (partition by scope_id order by list, list_place) as place
from chosen
where choice <= 10
