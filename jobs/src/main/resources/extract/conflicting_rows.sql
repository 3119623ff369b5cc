-- Contract section 2, KEY_CONFLICT: the same key twice in one file with different content: all of them.
with repeated_lines as (
    select
        lines_keyed.taken, lines_keyed.row_no, lines_keyed.extract, lines_keyed.clues, lines_keyed.document_no,
        lines_keyed.line_no, lines_keyed.key_on,
        struct_pack(
            event_on := event_on, clave := clave, lot := lot, expires_on := expires_on, quantity := quantity,
            cancelled := cancelled, counterpart_clues := counterpart_clues, shipment_no := shipment_no,
            order_no := order_no, source := source, reason := reason, service := service,
            requested_quantity := requested_quantity, prescribed_on := prescribed_on,
            prescribed_quantity := prescribed_quantity, contract_no := contract_no, supplier := supplier,
            due_on := due_on
        ) as content
    from lines_keyed
    inner join repeated_line_keys
        on repeated_line_keys.extract = lines_keyed.extract
        and repeated_line_keys.clues is not distinct from lines_keyed.clues
        and repeated_line_keys.document_no = lines_keyed.document_no
        and repeated_line_keys.line_no = lines_keyed.line_no
        and repeated_line_keys.key_on is not distinct from lines_keyed.key_on
),

repeated_counts as (
    select
        counts_keyed.taken, counts_keyed.row_no, counts_keyed.clues, counts_keyed.counted_on, counts_keyed.clave,
        counts_keyed.lot,
        struct_pack(expires_on := expires_on, quantity := quantity) as content
    from counts_keyed
    inner join repeated_count_keys
        on repeated_count_keys.clues = counts_keyed.clues
        and repeated_count_keys.counted_on = counts_keyed.counted_on
        and repeated_count_keys.clave = counts_keyed.clave
        and repeated_count_keys.lot = counts_keyed.lot
),

compared as (
    select
        taken, row_no, clues,
        min(content) over line_rows is distinct from max(content) over line_rows as is_conflict
    from repeated_lines
    window line_rows as (partition by taken, extract, clues, document_no, line_no, key_on)
    union all
    select
        taken, row_no, clues,
        min(content) over count_rows is distinct from max(content) over count_rows
    from repeated_counts
    window count_rows as (partition by taken, clues, counted_on, clave, lot)
)

select taken, row_no, clues from compared where is_conflict
