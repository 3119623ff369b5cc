-- Cells that several accepted rows of one file count: their sum, under the lowest row_no, with the expiry of the last
-- that names one. Only a source that counts by shelf has such.
select
    counts_accepted.taken, min(counts_accepted.row_no) as row_no, counts_accepted.clues, counts_accepted.counted_on,
    counts_accepted.clave, counts_accepted.lot,
    max_by(counts_accepted.expires_on, counts_accepted.row_no)
        filter (where counts_accepted.expires_on is not null) as expires_on,
    cast(sum(counts_accepted.quantity) as bigint) as quantity,
    count(*) as rows
from counts_accepted
inner join repeated_count_keys
    on repeated_count_keys.clues = counts_accepted.clues
    and repeated_count_keys.counted_on = counts_accepted.counted_on
    and repeated_count_keys.clave = counts_accepted.clave
    and repeated_count_keys.lot = counts_accepted.lot
group by
    counts_accepted.taken, counts_accepted.clues, counts_accepted.counted_on, counts_accepted.clave,
    counts_accepted.lot
having count(*) > 1
