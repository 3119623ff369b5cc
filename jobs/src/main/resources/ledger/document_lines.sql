-- One row per line of an examined document that was in force before tonight's lines, or is now.
with before as (
    select
        lines_before.document, lines_before.document_id, lines_before.clave, lines_before.lot, lines_before.extract,
        lines_before.clues, lines_before.counterpart_clues, lines_before.event_on, lines_before.due_on,
        lines_before.quantity, lines_before.prescribed_quantity,
        true as stood_before,
        replaced_lines.extract is null as stands_now
    from lines_before
    left join replaced_lines
        on replaced_lines.extract = lines_before.extract
        and replaced_lines.document_no = lines_before.document_no
        and replaced_lines.line_no = lines_before.line_no
        and replaced_lines.clues is not distinct from lines_before.clues
        and replaced_lines.key_on is not distinct from lines_before.key_on
    where not lines_before.cancelled
),

tonight as (
    select
        document_kind(extract, source, order_no) as document,
        document_id(extract, source, clues, counterpart_clues, shipment_no, order_no, document_no) as document_id,
        clave, lot, extract, clues, counterpart_clues, event_on, due_on, quantity, prescribed_quantity,
        false as stood_before,
        true as stands_now
    from current_lines
)

select * from before
union all
select * from tonight where document is not null
