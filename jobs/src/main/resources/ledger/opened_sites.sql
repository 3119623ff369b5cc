-- One row per site that has opened.
select clues, opened_on from last_opened_sites
union all
select opening_sites.clues, night.business_date as opened_on
from opening_sites
cross join night
