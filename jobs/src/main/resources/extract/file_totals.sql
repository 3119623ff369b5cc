-- One row per file × extract delivered tonight × site of its rows: rows read and the pieces in them.
select
    landed.file,
    landed.extract,
    file_sites.clues,
    file_sites.rows,
    cast(file_sites.quantity as decimal(38, 0)) as quantity
from file_sites
inner join landed on landed.taken = file_sites.taken
