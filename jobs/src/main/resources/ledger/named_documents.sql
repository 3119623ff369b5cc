-- One row per document that a row delivered tonight names, or a version that one of them replaces.
with naming as (
    select extract, source, clues, counterpart_clues, shipment_no, order_no, document_no, clave from lines
    union all
    select extract, source, clues, counterpart_clues, shipment_no, order_no, document_no, clave from repeated_lines
    union all
    select extract, source, clues, counterpart_clues, shipment_no, order_no, document_no, clave from replaced_lines
),

documents as (
    select
        document_kind(extract, source, order_no) as document,
        document_id(extract, source, clues, counterpart_clues, shipment_no, order_no, document_no) as document_id,
        clave
    from naming
)

select distinct document, document_id, clave from documents where document is not null
