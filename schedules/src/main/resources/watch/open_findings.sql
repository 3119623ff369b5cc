-- One row per rule and severity: the discrepancies of the night that are not resolved.
select
    rule,
    severity,
    count(*) as findings
from discrepancies
where status <> 'RESOLVED'
group by rule, severity
order by rule, severity
