-- One row per rule and severity: the discrepancies of the night that are open.
select
    rule,
    severity,
    count(*) as findings
from discrepancies
where not has_ended(status)
group by rule, severity
order by rule, severity
