-- One row: a night's discrepancies counted.
select
    count(*) filter (not has_ended(status)) as open,
    count(*) filter (status = 'NEW') as new,
    count(*) filter (status = 'RESOLVED') as resolved
from discrepancies
