-- One row per clave × state with a surplus, the two greatest only: where else to ask.
with summed as (
    select clave, state, sum(surplus) as surplus
    from surpluses
    where state is not null and surplus > 0
    group by clave, state
),

ranked as (
    select summed.*, row_number() over (partition by clave order by surplus desc, state) as place from summed
)

select clave, state, surplus, place from ranked where place <= 2
