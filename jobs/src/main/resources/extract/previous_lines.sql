-- Of tonight's keys, the version that was current until tonight: the last one taken within the window.
with keys as (
    select distinct extract, clues, document_no, line_no, key_on from lines_taken
),

known as (
    select
        history_lines.*,
        row_number() over (
            partition by
                history_lines.extract, history_lines.clues, history_lines.document_no, history_lines.line_no,
                history_lines.key_on
            order by history_lines.posting_date desc, history_lines.taken desc, history_lines.row_no desc
        ) as recency
    from history_lines
    inner join keys
        on keys.extract = history_lines.extract
        and keys.document_no = history_lines.document_no
        and keys.line_no = history_lines.line_no
        and keys.clues is not distinct from history_lines.clues
        and keys.key_on is not distinct from history_lines.key_on
)

select * from known where recency = 1
