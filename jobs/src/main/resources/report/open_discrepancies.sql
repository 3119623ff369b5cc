-- One row per discrepancy that was open at the end of its week, this one or the one before where that is published: listed
-- on the week's last night, and not for the last time. An event of an earlier night is over. What page, workbook and
-- console call open is this. A discrepancy belongs to the state of its own site; one without a site to the nation only.
with weeks as (
    select week, week_end from week
    union
    select week, week_end from last_site_summary
),

all_sites as (
    select week, clues, state, site_name from site_summary
    union all
    select week, clues, state, site_name from last_site_summary
),

all_discrepancies as (
    select * from discrepancies
    union all
    select * from last_discrepancies
)

select all_discrepancies.*, all_sites.state, all_sites.site_name
from all_discrepancies
inner join weeks on weeks.week = all_discrepancies.week and weeks.week_end = all_discrepancies.business_date
left join all_sites on all_sites.week = all_discrepancies.week and all_sites.clues = all_discrepancies.clues
where not has_ended(all_discrepancies.status)
