-- One row per line that is listed again tonight as it stands, so that it is known as long as the contract says (section 2,
-- "Known, and delivered again") and nothing is searched further back than the window: a line that was delivered again, a
-- line of a listed document that was examined tonight, and a line of any other listed document that would otherwise
-- leave the window.
with delivered_again as (
    select previous_lines.*
    from previous_lines
    anti join replaced_lines
        on replaced_lines.extract = previous_lines.extract
        and replaced_lines.document_no = previous_lines.document_no
        and replaced_lines.line_no = previous_lines.line_no
        and replaced_lines.clues is not distinct from previous_lines.clues
        and replaced_lines.key_on is not distinct from previous_lines.key_on
),

of_examined as (
    select lines_before.*
    from lines_before
    semi join listed_documents
        on listed_documents.document = lines_before.document
        and listed_documents.document_id = lines_before.document_id
        and listed_documents.clave = lines_before.clave
    anti join replaced_lines
        on replaced_lines.extract = lines_before.extract
        and replaced_lines.document_no = lines_before.document_no
        and replaced_lines.line_no = lines_before.line_no
        and replaced_lines.clues is not distinct from lines_before.clues
        and replaced_lines.key_on is not distinct from lines_before.key_on
),

leaving as (
    select
        leaving_lines.*,
        document_kind(extract, source, order_no) as document,
        document_id(extract, source, clues, counterpart_clues, shipment_no, order_no, document_no) as document_id
    from leaving_lines
),

of_open as (
    select leaving.*
    from leaving
    semi join listed_documents
        on listed_documents.document = leaving.document
        and listed_documents.document_id = leaving.document_id
        and listed_documents.clave = leaving.clave
    anti join examined_documents
        on examined_documents.document = leaving.document
        and examined_documents.document_id = leaving.document_id
        and examined_documents.clave = leaving.clave
    anti join listed_since
        on listed_since.extract = leaving.extract
        and listed_since.document_no = leaving.document_no
        and listed_since.line_no = leaving.line_no
        and listed_since.clues is not distinct from leaving.clues
        and listed_since.key_on is not distinct from leaving.key_on
)

select
    posting_date, extract, clues, document_no, line_no, key_on, event_on, clave, lot, expires_on, quantity, cancelled,
    counterpart_clues, shipment_no, order_no, source, reason, service, requested_quantity, prescribed_on,
    prescribed_quantity, contract_no, supplier, due_on, taken, file, row_no
from delivered_again
union
select
    posting_date, extract, clues, document_no, line_no, key_on, event_on, clave, lot, expires_on, quantity, cancelled,
    counterpart_clues, shipment_no, order_no, source, reason, service, requested_quantity, prescribed_on,
    prescribed_quantity, contract_no, supplier, due_on, taken, file, row_no
from of_examined
union
select
    posting_date, extract, clues, document_no, line_no, key_on, event_on, clave, lot, expires_on, quantity, cancelled,
    counterpart_clues, shipment_no, order_no, source, reason, service, requested_quantity, prescribed_on,
    prescribed_quantity, contract_no, supplier, due_on, taken, file, row_no
from of_open
