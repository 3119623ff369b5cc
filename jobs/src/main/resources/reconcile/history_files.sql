-- The window's files by the night that took them, tonight's among them.
select file, sha256, taken_on from earlier_files
union all
select files.file, files.sha256, night.business_date
from files
cross join night
