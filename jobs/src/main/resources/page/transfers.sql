-- The suggested transfers in the order in which takers are served; of a taker, the nearest expiry first.
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
    suggested.taker_status desc,
    suggested.taker_days_before nulls last,
    suggested.taker_need desc,
    suggested.taker_clues,
    suggested.clave,
    suggested.expires_on nulls last,
    suggested.giver_clues,
    suggested.lot
limit 500
