-- One row per state × clave with a surplus: the site that has the most of it.
with ranked as (
    select
        state,
        clave,
        clues,
        surplus,
        row_number() over (partition by state, clave order by surplus desc, clues) as place
    from surpluses
    where state is not null and surplus > 0
)

select state, clave, clues, surplus from ranked where place = 1
