-- One row: a night's discrepancies counted.
select
    count(*) filter (status <> 'RESOLVED') as open,
    count(*) filter (status = 'NEW') as new,
    count(*) filter (status = 'RESOLVED') as resolved
from discrepancies
