-- Counts of files that were not delivered before.
select *
from read_stock
where taken not in (select taken from redelivered_files)
