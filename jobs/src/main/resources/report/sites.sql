-- One row per scope × site; worst first: the lowest availability.
with scoped as (
    select state as scope_id, site_summary.* from site_summary where state is not null
    union all
    select 'MX', site_summary.* from site_summary
),

ranked as (
    select
        scoped.*,
        row_number() over (
            partition by scope_id order by availability nulls last, claves_authorised desc, clues
        ) as place,
        count(*) over (partition by scope_id) as of_rows
    from scoped
)

select ranked.* from ranked cross join caps
where ranked.place <= case when ranked.scope_id = 'MX' then caps.nation_rows else caps.state_rows end
