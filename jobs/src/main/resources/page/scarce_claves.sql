-- The nation's claves that some site lacks, by how many.
with scarce as (
    select * from key_summary where scope = 'NATION' and sites_lacking > 0
),

counted as (
    select count(*) as rows_in_all from scarce
)

select scarce.*, scarce.prescribed - scarce.filled as unfilled, counted.rows_in_all
from scarce
cross join counted
order by scarce.sites_lacking desc, unfilled desc, scarce.sites_holding, scarce.clave
limit 500
