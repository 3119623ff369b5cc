-- One row per file × extract of a night that could not be read at all, and why; in the order of files.
select file, source, extract, rejected_because
from files
where status = 'REJECTED'
order by file, source, extract
