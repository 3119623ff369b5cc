-- One row per file taken tonight, numbered in the order of the date in its name, then seq, then name (contract
-- section 2, redelivery); the path settles files of one name. Where two files of a night share a name, only their paths
-- tell them apart.
with numbered as (
    select
        row_number() over (order by delivered_for, seq, name, path) as taken,
        count(*) over (partition by name) as files_of_name,
        pulled.*
    from pulled
)

select
    taken,
    case when files_of_name > 1 then path else name end as file,
    source, path, name, extract, who, delivered_for, seq, sha256, bytes, landed_in, landed_at
from numbered
