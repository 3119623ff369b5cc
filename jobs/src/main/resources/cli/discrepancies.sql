-- One row per listed discrepancy: open before ended, then the most severe, then the most valuable.
select *
from discrepancies
where /* filters */ true
order by
    has_ended(status),
    case severity
        when 'CRITICAL' then 1
        when 'HIGH' then 2
        when 'MEDIUM' then 3
        else 4
    end,
    value_at_risk desc nulls last,
    rule,
    clues nulls first,
    counterpart_clues nulls first,
    clave nulls first,
    lot nulls first,
    document_no nulls first
