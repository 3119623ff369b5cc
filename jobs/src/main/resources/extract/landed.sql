-- One row per file × extract taken tonight, numbered in the order of the date in its name, then seq, then name (contract
-- section 2, redelivery); the path settles files of one name. Where two files of a night share a name, only their paths
-- tell them apart.
with paths as (
    select name, count(distinct path) as files from pulled group by name
)

select
    row_number() over (
        order by pulled.delivered_for, pulled.seq, pulled.name, pulled.path, pulled.extract
    ) as taken,
    case when paths.files > 1 then pulled.path else pulled.name end as file,
    pulled.*
from pulled
inner join paths on paths.name = pulled.name
