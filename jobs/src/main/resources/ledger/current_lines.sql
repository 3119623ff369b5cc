-- What tonight's lines say in the end: the last version of each, unless it cancels.
with ranked as (
    select
        matched_lines.*,
        row_number() over (
            partition by extract, clues, document_no, line_no, key_on
            order by taken desc, row_no desc
        ) as recency
    from matched_lines
    where is_revised
),

last_versions as (
    select matched_lines.*, 1 as recency from matched_lines where not is_revised
    union all
    select * from ranked where recency = 1
)

select * from last_versions where not cancelled
