-- What conditions found last night that did not end, of rules that there are no longer as well.
select last_discrepancies.*
from last_discrepancies
inner join last_conditions on last_conditions.rule = last_discrepancies.rule
where not has_ended(last_discrepancies.status)
