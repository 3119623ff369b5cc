-- One row per critical discrepancy listed on a night in view.
select
    taken_on,
    discrepancy_id,
    rule,
    has_ended(status) as has_ended,
    clues,
    clave,
    lot,
    document_no,
    explanation_es,
    explanation_en
from discrepancies
where severity = 'CRITICAL'
order by taken_on, discrepancy_id
