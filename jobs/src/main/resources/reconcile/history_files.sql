-- Files by the night that took them: the window's, those of older lines that are listed again, tonight's and its control
-- files.
select distinct file, sha256, taken_on from earlier_files
union
select file, sha256, taken_on from earlier_carried_files
union
select files.file, files.sha256, night.business_date
from files
cross join night
union
select distinct control_checks.control_file, control_checks.control_sha256, night.business_date
from control_checks
cross join night
