-- The suggested transfers: to those that are out first, then to those that will be soonest.
with suggested as (
    select * from transfer_suggestions
),

counted as (
    select
        count(*) as rows_in_all,
        count(distinct taker_clues || ' ' || clave) as takers_in_all,
        sum(quantity) as pieces_in_all
    from suggested
)

select suggested.*, counted.rows_in_all, counted.takers_in_all, counted.pieces_in_all
from suggested
cross join counted
order by
    case when suggested.taker_status = 'OUT' then 0 else 1 end,
    suggested.taker_days_before nulls first,
    suggested.quantity desc,
    suggested.state,
    suggested.clave,
    suggested.taker_clues,
    suggested.expires_on nulls last,
    suggested.giver_clues,
    suggested.lot
limit 500
