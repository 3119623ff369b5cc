-- Files of which a row is neither accepted nor quarantined nor a duplicate, or more than one of these.
select file
from files
where rows <> accepted + quarantined + duplicates
order by file
limit 1
