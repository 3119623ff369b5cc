-- One row per scope × discrepancy of the week; worst first: those still open, by severity and value at risk. A
-- discrepancy belongs to the state of its own site.
with placed as (
    select
        site_summary.state,
        site_summary.site_name,
        discrepancies.*,
        open_discrepancies.discrepancy_id is not null as is_open
    from discrepancies
    left join site_summary on site_summary.clues = discrepancies.clues
    left join open_discrepancies
        on open_discrepancies.week = discrepancies.week
        and open_discrepancies.discrepancy_id = discrepancies.discrepancy_id
),

scoped as (
    select state as scope_id, placed.* from placed where state is not null
    union all
    select 'MX', placed.* from placed
),

ranked as (
    select
        scoped.*,
        row_number() over (
            partition by scope_id
            order by
                is_open desc,
                case severity when 'CRITICAL' then 1 when 'HIGH' then 2 when 'MEDIUM' then 3 else 4 end,
                value_at_risk desc nulls last,
                rule,
                discrepancy_id
        ) as place,
        count(*) over (partition by scope_id) as of_rows
    from scoped
)

select ranked.* from ranked cross join caps
where ranked.place <= case when ranked.scope_id = 'MX' then caps.nation_rows else caps.state_rows end
