-- What conditions found last night and did not resolve, of rules that there are no longer as well.
select last_discrepancies.*
from last_discrepancies
inner join last_conditions on last_conditions.rule = last_discrepancies.rule
where last_discrepancies.status <> 'RESOLVED'
