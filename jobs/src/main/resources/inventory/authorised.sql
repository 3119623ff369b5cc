-- One row per site × clave that it is authorised to hold, active on any day of the week; a CLUES row wins over a kind row.
with active as (
    select sites.clues, sites.kind
    from sites
    cross join week
    where (sites.active_from is null or sites.active_from <= week.week_end)
        and (sites.active_to is null or sites.active_to >= week.week_start)
),

scoped as (
    select active.clues, assortment.clave, assortment.min_days, assortment.max_days, 1 as distance
    from active
    inner join assortment on assortment.scope = active.clues
    union all
    select active.clues, assortment.clave, assortment.min_days, assortment.max_days, 2
    from active
    inner join assortment on assortment.scope = active.kind
),

ranked as (
    select scoped.*, row_number() over (partition by clues, clave order by distance) as nearness from scoped
)

select clues, clave, min_days, max_days from ranked where nearness = 1
