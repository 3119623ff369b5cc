-- One row per finding, with what its words, its weight and its value need.
with weighed as (
    select
        identity_of(rule, clues, counterpart_clues, clave, lot, document_no) as discrepancy_id,
        max(severity) as severity
    from candidates
    where severity is not null
    group by rule, clues, counterpart_clues, clave, lot, document_no
),

rejections as (
    select document_no, rejected_because from delivered_files where rejected_because is not null
)

select
    lives.discrepancy_id,
    lives.rule,
    lives.clues,
    lives.counterpart_clues,
    lives.clave,
    lives.lot,
    lives.document_no,
    lives.expected_quantity,
    lives.actual_quantity,
    lives.holds,
    lives.superseded_by,
    lives.was_open,
    lives.known_since,
    site.name as site_name,
    counterpart.name as counterpart_name,
    catalogue.description,
    catalogue."group" as supply_group,
    lot_expiries.expiries,
    case
        when rules.rule is null then open_discrepancies.value_at_risk
        when rules.counts_pieces
        then cast(abs(lives.actual_quantity - lives.expected_quantity) as decimal(38, 0)) * catalogue.unit_price
    end as value_at_risk,
    -- A row may be older than what is looked up; then what showed it last night still does.
    coalesce(evidence.evidence, open_discrepancies.evidence, []) as evidence,
    coalesce(evidence.evidence_rows, open_discrepancies.evidence_rows, 0) as evidence_rows,
    lives.rule_version,
    weighed.severity,
    case when rules.evidence = 'FILE' then rejections.rejected_because end as reason,
    -- A rule that there is no longer: what it said last is all that can be said.
    case when rules.rule is null then open_discrepancies.severity end as last_severity,
    case when rules.rule is null then open_discrepancies.explanation_es end as last_explanation_es,
    case when rules.rule is null then open_discrepancies.explanation_en end as last_explanation_en
from lives
left join rules on rules.rule = lives.rule
left join sites as site on site.clues = lives.clues
left join sites as counterpart on counterpart.clues = lives.counterpart_clues
left join catalogue on catalogue.clave = lives.clave
left join weighed on weighed.discrepancy_id = lives.discrepancy_id
left join rejections on rejections.document_no = lives.document_no
left join lot_expiries on lot_expiries.discrepancy_id = lives.discrepancy_id
left join evidence on evidence.discrepancy_id = lives.discrepancy_id
left join open_discrepancies on open_discrepancies.discrepancy_id = lives.discrepancy_id
