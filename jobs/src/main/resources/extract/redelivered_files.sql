-- Contract section 2: a file with at least one row whose bytes were read before, whatever its name.
with tonight as (
    select landed.taken, landed.sha256
    from landed
    inner join file_reads on file_reads.taken = landed.taken
    where file_reads.rows > 0 and file_reads.rejected is null
),

read_before as (
    select sha256 from history_files where rows > 0 and status <> 'REJECTED'
),

first_tonight as (
    select sha256, min(taken) as taken from tonight group by sha256
)

select tonight.taken
from tonight
inner join first_tonight on first_tonight.sha256 = tonight.sha256
where tonight.taken > first_tonight.taken or tonight.sha256 in (select sha256 from read_before)
