-- One row per candidate, with its id and what takes it: a cell or line that a rule catches is left out of the rules that it
-- suppresses. Where several of ours take it, the first by its code is one that is listed itself: it is named.
with suppressed as (
    select
        suppressions.suppressed as rule,
        candidates.clues,
        candidates.counterpart_clues,
        candidates.clave,
        candidates.lot,
        candidates.document_no,
        min(candidates.rule) as superseded_by
    from candidates
    inner join suppressions on suppressions.rule = candidates.rule
    group by
        suppressions.suppressed, candidates.clues, candidates.counterpart_clues, candidates.clave, candidates.lot,
        candidates.document_no
)

select
    candidates.*,
    identity_of(
        candidates.rule, candidates.clues, candidates.counterpart_clues, candidates.clave, candidates.lot,
        candidates.document_no
    ) as discrepancy_id,
    suppressed.superseded_by
from candidates
left join suppressed
    on suppressed.rule = candidates.rule
    and suppressed.clues is not distinct from candidates.clues
    and suppressed.counterpart_clues is not distinct from candidates.counterpart_clues
    and suppressed.clave is not distinct from candidates.clave
    and suppressed.lot is not distinct from candidates.lot
    and suppressed.document_no is not distinct from candidates.document_no
