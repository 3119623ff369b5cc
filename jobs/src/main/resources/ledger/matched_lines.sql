-- Tonight's lines, and whether their key may have several versions; nearly all are said once.
select lines.*, revised_keys.extract is not null as is_revised
from lines
left join revised_keys
    on revised_keys.extract = lines.extract
    and revised_keys.document_no = lines.document_no
    and revised_keys.line_no = lines.line_no
    and revised_keys.clues is not distinct from lines.clues
    and revised_keys.key_on is not distinct from lines.key_on
