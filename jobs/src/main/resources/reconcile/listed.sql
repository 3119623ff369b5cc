-- Candidates left once precedence has settled overlaps: a cell or line that a rule catches is left out of the rules
-- that it suppresses.
with suppressed as (
    select
        suppressions.suppressed as rule,
        candidates.clues,
        candidates.counterpart_clues,
        candidates.clave,
        candidates.lot,
        candidates.document_no
    from candidates
    inner join suppressions on suppressions.rule = candidates.rule
),

left_over as (
    select candidates.*
    from candidates
    where not exists (
        select 1
        from suppressed
        where suppressed.rule = candidates.rule
            and suppressed.clues is not distinct from candidates.clues
            and suppressed.counterpart_clues is not distinct from candidates.counterpart_clues
            and suppressed.clave is not distinct from candidates.clave
            and suppressed.lot is not distinct from candidates.lot
            and suppressed.document_no is not distinct from candidates.document_no
    )
)

select
    left_over.*,
    identity_of(rule, clues, counterpart_clues, clave, lot, document_no) as discrepancy_id
from left_over
