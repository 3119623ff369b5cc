-- Contract section 2, KEY_CONFLICT: the same key twice in one file with different content: all of them.
with line_conflicts as (
    select taken, extract, clues, document_no, line_no, key_on
    from lines_keyed
    group by taken, extract, clues, document_no, line_no, key_on
    having min(content) is distinct from max(content)
),

count_conflicts as (
    select taken, clues, counted_on, clave, lot
    from counts_keyed
    group by taken, clues, counted_on, clave, lot
    having min(content) is distinct from max(content)
)

select lines_keyed.taken, lines_keyed.row_no, lines_keyed.clues
from lines_keyed
inner join line_conflicts
    on line_conflicts.taken = lines_keyed.taken
    and line_conflicts.extract = lines_keyed.extract
    and line_conflicts.clues is not distinct from lines_keyed.clues
    and line_conflicts.document_no = lines_keyed.document_no
    and line_conflicts.line_no = lines_keyed.line_no
    and line_conflicts.key_on is not distinct from lines_keyed.key_on
union all
select counts_keyed.taken, counts_keyed.row_no, counts_keyed.clues
from counts_keyed
inner join count_conflicts
    on count_conflicts.taken = counts_keyed.taken
    and count_conflicts.clues = counts_keyed.clues
    and count_conflicts.counted_on = counts_keyed.counted_on
    and count_conflicts.clave = counts_keyed.clave
    and count_conflicts.lot = counts_keyed.lot
