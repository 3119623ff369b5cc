-- Conditions that were listed last night and not resolved.
select last_discrepancies.*
from last_discrepancies
inner join rules on rules.rule = last_discrepancies.rule
where rules.is_condition and last_discrepancies.status <> 'RESOLVED'
