-- One row per site × clave that pieces are suggested for: from whom the most, and how many in all.
with by_giver as (
    select taker_clues, clave, giver_clues, any_value(giver_name) as giver_name, sum(quantity) as pieces
    from transfer_suggestions
    group by taker_clues, clave, giver_clues
),

ranked as (
    select
        by_giver.*,
        sum(pieces) over (partition by taker_clues, clave) as pieces_of_all,
        row_number() over (partition by taker_clues, clave order by pieces desc, giver_clues) as place
    from by_giver
)

select taker_clues, clave, giver_clues, giver_name, pieces_of_all as pieces from ranked where place = 1
