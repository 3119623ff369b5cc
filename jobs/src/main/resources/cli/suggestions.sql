-- One row per lot that a week suggests to send.
select *
from transfer_suggestions
where /* filters */ true
order by state, clave, taker_clues, expires_on nulls last, giver_clues, lot
