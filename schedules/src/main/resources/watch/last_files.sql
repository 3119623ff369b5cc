-- One row per source: the last of the nights in view on which a file of it was taken.
select
    source,
    max(taken_on) as last_file_on
from files
group by source
order by source
