-- One row per line of the examined documents that is known and was current until tonight, cancelled ones among them. A key
-- may have left the document since, or come to it: so all versions of each key are compared.
with documented as (
    select
        known_lines.*,
        document_kind(extract, source, order_no) as document,
        document_id(extract, source, clues, counterpart_clues, shipment_no, order_no, document_no) as document_id
    from known_lines
),

keys as (
    select distinct
        documented.extract, documented.clues, documented.document_no, documented.line_no, documented.key_on
    from documented
    semi join examined_documents
        on examined_documents.document = documented.document
        and examined_documents.document_id = documented.document_id
        and examined_documents.clave = documented.clave
),

ranked as (
    select
        documented.*,
        row_number() over (
            partition by
                documented.extract, documented.clues, documented.document_no, documented.line_no, documented.key_on
            order by documented.posting_date desc, documented.taken desc, documented.row_no desc
        ) as recency
    from documented
    semi join keys
        on keys.extract = documented.extract
        and keys.document_no = documented.document_no
        and keys.line_no = documented.line_no
        and keys.clues is not distinct from documented.clues
        and keys.key_on is not distinct from documented.key_on
)

select ranked.*
from ranked
semi join examined_documents
    on examined_documents.document = ranked.document
    and examined_documents.document_id = ranked.document_id
    and examined_documents.clave = ranked.clave
where ranked.recency = 1
