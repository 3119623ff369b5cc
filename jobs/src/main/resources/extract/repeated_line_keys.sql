-- Keys of lines that several of tonight's rows have. Few have, and only these need to be compared with one another.
select extract, clues, document_no, line_no, key_on
from lines_read
group by extract, clues, document_no, line_no, key_on
having count(*) > 1
