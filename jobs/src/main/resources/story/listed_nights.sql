-- One row per night that lists a discrepancy whose id begins as asked, oldest first.
select listed.*
from listed
inner join asked on substr(listed.discrepancy_id, 1, length(asked.id_begins)) = asked.id_begins
order by listed.discrepancy_id, listed.business_date
