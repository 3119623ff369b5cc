-- What tonight's lines say in the end: the last version of each, unless it cancels.
with ranked as (
    select
        lines.*,
        row_number() over (
            partition by extract, clues, document_no, line_no, key_on
            order by taken desc, row_no desc
        ) as recency
    from lines
)

select * from ranked where recency = 1 and not cancelled
