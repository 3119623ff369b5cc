-- One row per extract: the rows that its files of the night had, and how many of them could not be read.
select
    extract,
    sum(rows) as rows,
    sum(quarantined) as rejected
from files
where extract is not null
group by extract
order by extract
