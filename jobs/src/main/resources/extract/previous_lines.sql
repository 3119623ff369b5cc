-- Of the keys delivered tonight, those of redelivered files among them, the version that was current until tonight: the
-- last one that is known (contract section 2). A line that was listed on several nights stands there several times.
with delivered as (
    select extract, clues, document_no, line_no, key_on from lines_taken
    union all
    select lines_read.extract, lines_read.clues, lines_read.document_no, lines_read.line_no, lines_read.key_on
    from lines_read
    inner join redelivered_files on redelivered_files.taken = lines_read.taken
),

ranked as (
    select
        known_lines.*,
        row_number() over (
            partition by
                known_lines.extract, known_lines.clues, known_lines.document_no, known_lines.line_no,
                known_lines.key_on
            order by known_lines.posting_date desc, known_lines.taken desc, known_lines.row_no desc
        ) as recency
    from known_lines
    semi join delivered
        on delivered.extract = known_lines.extract
        and delivered.document_no = known_lines.document_no
        and delivered.line_no = known_lines.line_no
        and delivered.clues is not distinct from known_lines.clues
        and delivered.key_on is not distinct from known_lines.key_on
)

select * from ranked where recency = 1
