-- One row per site that is active on any day of the week.
select sites.clues, sites.kind
from sites
cross join week
where (sites.active_from is null or sites.active_from <= week.week_end)
    and (sites.active_to is null or sites.active_to >= week.week_start)
