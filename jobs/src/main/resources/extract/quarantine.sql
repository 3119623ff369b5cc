-- One row per row that could not be read as its type, of files that were not delivered before.
select
    landed.file, quarantine_read.row_no, landed.extract, quarantine_read.clues, quarantine_read.reason,
    quarantine_read."column", quarantine_read.value, quarantine_read.raw
from quarantine_read
inner join landed on landed.taken = quarantine_read.taken
where quarantine_read.taken not in (select taken from redelivered_files)
union all
select
    landed.file, conflicting_rows.row_no, landed.extract, conflicting_rows.clues, 'KEY_CONFLICT',
    null, null, conflict_raw.raw
from conflicting_rows
inner join landed on landed.taken = conflicting_rows.taken
left join conflict_raw
    on conflict_raw.taken = conflicting_rows.taken and conflict_raw.row_no = conflicting_rows.row_no
