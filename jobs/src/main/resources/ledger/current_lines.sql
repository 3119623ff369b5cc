-- What tonight's lines say in the end: the last version of each, unless it cancels.
with matched as (
    select lines.*, revised_keys.extract is not null as is_revised
    from lines
    left join revised_keys
        on revised_keys.extract = lines.extract
        and revised_keys.document_no = lines.document_no
        and revised_keys.line_no = lines.line_no
        and revised_keys.clues is not distinct from lines.clues
        and revised_keys.key_on is not distinct from lines.key_on
),

ranked as (
    select
        matched.*,
        row_number() over (
            partition by extract, clues, document_no, line_no, key_on
            order by taken desc, row_no desc
        ) as recency
    from matched
    where is_revised
),

last_versions as (
    select matched.*, 1 as recency from matched where not is_revised
    union all
    select * from ranked where recency = 1
)

select * from last_versions where not cancelled
