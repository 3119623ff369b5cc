-- One row per cell that a file counts, and how many of its rows do.
select
    counts_accepted.taken, counts_accepted.row_no, counts_accepted.clues, counts_accepted.counted_on,
    counts_accepted.clave, counts_accepted.lot, counts_accepted.expires_on, counts_accepted.quantity,
    cast(1 as bigint) as rows
from counts_accepted
left join added_counts
    on added_counts.taken = counts_accepted.taken
    and added_counts.clues = counts_accepted.clues
    and added_counts.counted_on = counts_accepted.counted_on
    and added_counts.clave = counts_accepted.clave
    and added_counts.lot = counts_accepted.lot
where added_counts.taken is null
union all
select taken, row_no, clues, counted_on, clave, lot, expires_on, quantity, rows from added_counts
