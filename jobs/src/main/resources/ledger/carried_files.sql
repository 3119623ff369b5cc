-- One row per file that a carried line came from, by the night that took it: its hash, for the evidence of what is listed
-- longer than the window.
with needed as (
    select distinct file, posting_date as taken_on from carried_lines
),

hashed as (
    select file, taken_on, sha256 from earlier_files
    union
    select file, taken_on, sha256 from earlier_carried_files
)

select needed.file, needed.taken_on, hashed.sha256
from needed
inner join hashed on hashed.file = needed.file and hashed.taken_on = needed.taken_on
