-- Keys of tonight's lines that may have several versions: rows of tonight, or one of an earlier night.
select extract, clues, document_no, line_no, key_on from repeated_line_keys
union
select extract, clues, document_no, line_no, key_on from previous_lines
