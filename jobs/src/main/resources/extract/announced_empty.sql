-- Contract section 2: a control row with rows = 0 for a file dated tonight that did not come delivers that extract.
select distinct control_rows.clues, control_rows.extract
from control_rows
cross join night
where control_rows.rows = 0
    and control_rows.clues is not null
    and control_rows.delivered_for = night.business_date
    and control_rows.file not in (select file from landed)
