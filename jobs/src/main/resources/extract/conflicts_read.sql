-- Contract section 2, KEY_CONFLICT: the same key twice in one file with different content: all of them. In a count, the
-- same cell twice, whatever it says; a source that counts by shelf is believed unless the sum is out of range or a row
-- of the cell is in quarantine.
with repeated_lines as (
    select
        lines_read.taken, lines_read.row_no, lines_read.extract, lines_read.clues, lines_read.document_no,
        lines_read.line_no, lines_read.key_on,
        struct_pack(
            event_on := event_on, clave := clave, lot := lot, expires_on := expires_on, quantity := quantity,
            cancelled := cancelled, counterpart_clues := counterpart_clues, shipment_no := shipment_no,
            order_no := order_no, source := source, reason := reason, service := service,
            requested_quantity := requested_quantity, prescribed_on := prescribed_on,
            prescribed_quantity := prescribed_quantity, contract_no := contract_no, supplier := supplier,
            due_on := due_on
        ) as content
    from lines_read
    inner join repeated_line_keys
        on repeated_line_keys.extract = lines_read.extract
        and repeated_line_keys.clues is not distinct from lines_read.clues
        and repeated_line_keys.document_no = lines_read.document_no
        and repeated_line_keys.line_no = lines_read.line_no
        and repeated_line_keys.key_on is not distinct from lines_read.key_on
),

compared_lines as (
    select
        taken, row_no, clues,
        min(content) over line_rows is distinct from max(content) over line_rows as is_conflict
    from repeated_lines
    window line_rows as (partition by taken, extract, clues, document_no, line_no, key_on)
),

repeated_counts as (
    select
        read_stock.taken, read_stock.row_no, read_stock.clues,
        count(*) over cell_rows as rows,
        sum(read_stock.quantity) over cell_rows as pieces
    from read_stock
    inner join repeated_count_keys
        on repeated_count_keys.clues = read_stock.clues
        and repeated_count_keys.counted_on = read_stock.counted_on
        and repeated_count_keys.clave = read_stock.clave
        and repeated_count_keys.lot = read_stock.lot
    window cell_rows as (
        partition by read_stock.taken, read_stock.clues, read_stock.counted_on, read_stock.clave, read_stock.lot
    )
),

adding_files as (
    select landed.taken
    from landed
    inner join sources on sources.source = landed.source
    where sources.adds_counts
),

compared_counts as (
    select
        repeated_counts.taken, repeated_counts.row_no, repeated_counts.clues,
        case
            when adding_files.taken is null then repeated_counts.rows > 1
            -- Contract section 2, OUT_OF_RANGE.
            else repeated_counts.pieces > 999999999999
        end as is_conflict
    from repeated_counts
    left join adding_files on adding_files.taken = repeated_counts.taken
),

cells_in_quarantine as (
    select distinct quarantine_read.taken, quarantine_read.clues, quarantine_read.clave, quarantine_read.lot
    from quarantine_read
    inner join adding_files on adding_files.taken = quarantine_read.taken
)

select taken, row_no, clues from compared_lines where is_conflict
union
select taken, row_no, clues from compared_counts where is_conflict
union
select read_stock.taken, read_stock.row_no, read_stock.clues
from read_stock
inner join cells_in_quarantine
    on cells_in_quarantine.taken = read_stock.taken
    and cells_in_quarantine.clues = read_stock.clues
    and cells_in_quarantine.clave = read_stock.clave
    and cells_in_quarantine.lot = read_stock.lot
