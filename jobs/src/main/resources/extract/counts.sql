-- One row per site, day counted, clave and lot that arrived tonight: what was last said of it.
with ranked as (
    select
        counts_taken.*,
        row_number() over (
            partition by counts_taken.clues, counts_taken.counted_on, counts_taken.clave, counts_taken.lot
            order by counts_taken.taken desc, counts_taken.row_no desc
        ) as recency
    from counts_taken
    inner join count_versions
        on count_versions.taken = counts_taken.taken and count_versions.row_no = counts_taken.row_no
    where not count_versions.is_duplicate
)

select
    ranked.counted_on as business_date, ranked.clues, ranked.clave, ranked.lot, ranked.expires_on, ranked.quantity,
    landed.file, ranked.row_no
from ranked
inner join landed on landed.taken = ranked.taken
where ranked.recency = 1
