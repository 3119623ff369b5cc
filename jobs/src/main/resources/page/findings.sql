-- The discrepancies that are open at the week's end, the gravest and dearest first.
with claves as (
    select clave, description from key_summary where scope = 'NATION'
),

standing as (
    select
        open_discrepancies.*,
        case severity when 'CRITICAL' then 1 when 'HIGH' then 2 when 'MEDIUM' then 3 else 4 end as gravity
    from open_discrepancies
    inner join week on week.week = open_discrepancies.week
),

counted as (
    select
        count(*) as rows_in_all,
        sum(case when gravity = 1 then 1 else 0 end) as critical_in_all,
        sum(case when gravity = 2 then 1 else 0 end) as high_in_all,
        sum(case when gravity = 3 then 1 else 0 end) as medium_in_all,
        sum(case when gravity = 4 then 1 else 0 end) as low_in_all
    from standing
)

select
    standing.rule,
    standing.severity,
    standing.gravity,
    standing.status,
    standing.business_date,
    standing.age_days,
    standing.discrepancy_id,
    standing.clues,
    standing.site_name,
    standing.state,
    standing.clave,
    claves.description,
    standing.difference,
    standing.value_at_risk,
    standing.explanation_es,
    standing.explanation_en,
    counted.*
from standing
cross join counted
left join claves on standing.clave = claves.clave
order by
    standing.gravity,
    standing.value_at_risk desc nulls last,
    standing.age_days desc,
    standing.rule,
    standing.discrepancy_id
limit 500
