-- Of tonight's keys, the version that was current until tonight: the last one taken within the window.
with known as (
    select
        history_lines.*,
        row_number() over (
            partition by
                history_lines.extract, history_lines.clues, history_lines.document_no, history_lines.line_no,
                history_lines.key_on
            order by history_lines.posting_date desc, history_lines.taken desc, history_lines.row_no desc
        ) as recency
    from history_lines
    semi join lines_taken
        on lines_taken.extract = history_lines.extract
        and lines_taken.document_no = history_lines.document_no
        and lines_taken.line_no = history_lines.line_no
        and lines_taken.clues is not distinct from history_lines.clues
        and lines_taken.key_on is not distinct from history_lines.key_on
)

select * from known where recency = 1
