-- All lines that now stand of the touched documents.
with keys as (
    select distinct documents.extract, documents.clues, documents.document_no, documents.line_no, documents.key_on
    from documents
    inner join touched_documents
        on touched_documents.document = documents.document
        and touched_documents.document_id = documents.document_id
),

ranked as (
    select
        documents.*,
        row_number() over (
            partition by
                documents.extract, documents.clues, documents.document_no, documents.line_no, documents.key_on
            order by documents.posting_date desc, documents.taken desc, documents.row_no desc
        ) as recency
    from documents
    inner join keys
        on keys.extract = documents.extract
        and keys.document_no = documents.document_no
        and keys.line_no = documents.line_no
        and keys.clues is not distinct from documents.clues
        and keys.key_on is not distinct from documents.key_on
)

select ranked.*
from ranked
inner join touched_documents
    on touched_documents.document = ranked.document and touched_documents.document_id = ranked.document_id
where ranked.recency = 1 and not ranked.cancelled
