-- The window's files by the night that took them, tonight's and its control files among them.
select distinct file, sha256, taken_on from earlier_files
union all
select distinct files.file, files.sha256, night.business_date
from files
cross join night
union all
select distinct control_checks.control_file, control_checks.control_sha256, night.business_date
from control_checks
cross join night
