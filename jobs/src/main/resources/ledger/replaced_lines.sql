-- The versions of earlier nights that a version of tonight replaces.
select previous_lines.*
from previous_lines
semi join lines
    on lines.extract = previous_lines.extract
    and lines.document_no = previous_lines.document_no
    and lines.line_no = previous_lines.line_no
    and lines.clues is not distinct from previous_lines.clues
    and lines.key_on is not distinct from previous_lines.key_on
