-- One row per row delivered tonight that says nothing new: a duplicate, or a row of a redelivered file. It makes its line
-- known anew, and names the document of its text (contract section 2).
select
    lines_taken.extract, lines_taken.clues, lines_taken.document_no, lines_taken.clave,
    lines_taken.counterpart_clues, lines_taken.shipment_no, lines_taken.order_no, lines_taken.source
from lines_taken
inner join duplicate_lines
    on duplicate_lines.taken = lines_taken.taken and duplicate_lines.row_no = lines_taken.row_no
union all
select
    lines_read.extract, lines_read.clues, lines_read.document_no, lines_read.clave, lines_read.counterpart_clues,
    lines_read.shipment_no, lines_read.order_no, lines_read.source
from lines_read
inner join redelivered_files on redelivered_files.taken = lines_read.taken
