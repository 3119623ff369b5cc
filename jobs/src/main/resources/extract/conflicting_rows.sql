-- Rows in quarantine as KEY_CONFLICT: of files that were not delivered before.
select conflicts_read.*
from conflicts_read
where conflicts_read.taken not in (select taken from redelivered_files)
