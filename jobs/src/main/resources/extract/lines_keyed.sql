-- Lines of files that were not delivered before.
select *
from lines_read
where taken not in (select taken from redelivered_files)
