-- Tonight's lines that say what the version before them says, in taking order.
with versions as (
    select
        extract, clues, document_no, line_no, key_on, event_on, clave, lot, expires_on, quantity, cancelled,
        counterpart_clues, shipment_no, order_no, source, reason, service, requested_quantity, prescribed_on,
        prescribed_quantity, contract_no, supplier, due_on, cast(0 as bigint) as taken, cast(0 as bigint) as row_no
    from previous_lines
    union all
    select
        lines_taken.extract, lines_taken.clues, lines_taken.document_no, lines_taken.line_no, lines_taken.key_on,
        event_on, clave, lot, expires_on, quantity, cancelled, counterpart_clues, shipment_no, order_no, source,
        reason, service, requested_quantity, prescribed_on, prescribed_quantity, contract_no, supplier, due_on, taken,
        row_no
    from lines_taken
    inner join revised_keys
        on revised_keys.extract = lines_taken.extract
        and revised_keys.clues is not distinct from lines_taken.clues
        and revised_keys.document_no = lines_taken.document_no
        and revised_keys.line_no = lines_taken.line_no
        and revised_keys.key_on is not distinct from lines_taken.key_on
),

contents as (
    select
        extract, clues, document_no, line_no, key_on, taken, row_no,
        struct_pack(
            event_on := event_on, clave := clave, lot := lot, expires_on := expires_on, quantity := quantity,
            cancelled := cancelled, counterpart_clues := counterpart_clues, shipment_no := shipment_no,
            order_no := order_no, source := source, reason := reason, service := service,
            requested_quantity := requested_quantity, prescribed_on := prescribed_on,
            prescribed_quantity := prescribed_quantity, contract_no := contract_no, supplier := supplier,
            due_on := due_on
        ) as content
    from versions
),

compared as (
    select
        taken, row_no,
        content is not distinct from lag(content) over (
            partition by extract, clues, document_no, line_no, key_on
            order by taken, row_no
        ) as is_duplicate
    from contents
)

select taken, row_no from compared where taken > 0 and is_duplicate
