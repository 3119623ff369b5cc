-- The lines left once conflicting rows are set aside.
select lines_keyed.*
from lines_keyed
left join conflicting_rows
    on conflicting_rows.taken = lines_keyed.taken and conflicting_rows.row_no = lines_keyed.row_no
where conflicting_rows.taken is null
