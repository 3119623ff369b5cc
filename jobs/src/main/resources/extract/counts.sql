-- One row per site, day counted, clave and lot that arrived tonight: what was last said of it.
select
    counts_taken.counted_on as business_date, counts_taken.clues, counts_taken.clave, counts_taken.lot,
    counts_taken.expires_on, counts_taken.quantity, landed.file, counts_taken.row_no
from counts_taken
inner join landed on landed.taken = counts_taken.taken
left join repeated_counts
    on repeated_counts.taken = counts_taken.taken and repeated_counts.row_no = counts_taken.row_no
where repeated_counts.taken is null or not (repeated_counts.is_duplicate or repeated_counts.is_superseded)
