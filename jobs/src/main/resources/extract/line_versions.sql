-- Tonight's lines in taking order; one that says what the version before it says is a duplicate.
with versions as (
    select
        extract, clues, document_no, line_no, key_on,
        cast(0 as bigint) as taken, cast(0 as bigint) as row_no,
        struct_pack(
            event_on := event_on, clave := clave, lot := lot, expires_on := expires_on, quantity := quantity,
            cancelled := cancelled, counterpart_clues := counterpart_clues, shipment_no := shipment_no,
            order_no := order_no, source := source, reason := reason, service := service,
            requested_quantity := requested_quantity, prescribed_on := prescribed_on,
            prescribed_quantity := prescribed_quantity, contract_no := contract_no, supplier := supplier,
            due_on := due_on
        ) as content
    from previous_lines
    union all
    select extract, clues, document_no, line_no, key_on, taken, row_no, content from lines_taken
),

compared as (
    select
        versions.*,
        content is not distinct from lag(content) over (
            partition by extract, clues, document_no, line_no, key_on
            order by taken, row_no
        ) as is_duplicate
    from versions
)

select taken, row_no, is_duplicate from compared where taken > 0
