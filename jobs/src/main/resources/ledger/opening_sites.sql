-- Sites whose first count came tonight: any accepted count for the night, or stock delivered and read whole.
select count_reports.clues, count_reports.is_complete, count_reports.file
from count_reports
where count_reports.clues not in (select clues from last_opened_sites)
    and (
        count_reports.is_complete
        or count_reports.clues in (
            select counts.clues from counts cross join night where counts.business_date = night.business_date
        )
    )
