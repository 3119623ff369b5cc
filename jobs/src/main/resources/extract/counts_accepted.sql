-- The rows of counts left once conflicting rows are set aside.
select counts_keyed.*
from counts_keyed
left join conflicting_rows
    on conflicting_rows.taken = counts_keyed.taken and conflicting_rows.row_no = counts_keyed.row_no
where conflicting_rows.taken is null
