-- One row per scope × restated cell; worst first: the greatest difference in pieces.
with placed as (
    select
        site_summary.state,
        site_summary.site_name,
        restatement.restated_week,
        restatement.clues,
        restatement.clave,
        restatement."column" as restated_column,
        restatement.published,
        restatement.restated,
        restatement.difference as restated_by,
        restatement.movement_rows,
        restatement.known_on
    from restatement
    left join site_summary on site_summary.clues = restatement.clues
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
            partition by scope_id order by abs(restated_by) desc, restated_week desc, clues, clave, restated_column
        ) as place,
        count(*) over (partition by scope_id) as of_rows
    from scoped
)

select ranked.* from ranked cross join caps
where ranked.place <= case when ranked.scope_id = 'MX' then caps.nation_rows else caps.state_rows end
