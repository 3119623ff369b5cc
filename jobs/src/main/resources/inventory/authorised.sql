-- One row per site × clave that it is authorised to hold, active on any day of the week; a CLUES row wins over a kind row.
with scoped as (
    select active_sites.clues, assortment.clave, assortment.min_days, assortment.max_days, 1 as distance
    from active_sites
    inner join assortment on assortment.scope = active_sites.clues
    union all
    select active_sites.clues, assortment.clave, assortment.min_days, assortment.max_days, 2
    from active_sites
    inner join assortment on assortment.scope = active_sites.kind
),

ranked as (
    select scoped.*, row_number() over (partition by clues, clave order by distance) as nearness from scoped
)

select clues, clave, min_days, max_days from ranked where nearness = 1
