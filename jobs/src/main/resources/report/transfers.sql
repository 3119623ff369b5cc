-- One row per scope × suggested transfer, in the order in which takers are served; of a taker, the nearest expiry first.
with scoped as (
    select state as scope_id, transfer_suggestions.* from transfer_suggestions where state is not null
    union all
    select 'MX', transfer_suggestions.* from transfer_suggestions
),

ranked as (
    select
        scoped.*,
        row_number() over (
            partition by scope_id
            order by
                taker_status desc,
                taker_days_before nulls last,
                taker_need desc,
                taker_clues,
                clave,
                expires_on nulls last,
                giver_clues,
                lot
        ) as place,
        count(*) over (partition by scope_id) as of_rows
    from scoped
)

select ranked.* from ranked cross join caps
where ranked.place <= case when ranked.scope_id = 'MX' then caps.nation_rows else caps.state_rows end
