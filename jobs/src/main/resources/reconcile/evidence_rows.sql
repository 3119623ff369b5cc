-- The rows that show each finding: of a file, of what a control says of it, of an extract, of a cell, of whatever names
-- a site or a clave there tonight, of a shipment's two sides, a prescription, an order, a lot, or a site's adjustments.
with wanted as (
    select lives.*, rules.evidence as evidence_kind
    from lives
    inner join rules on rules.rule = lives.rule
    where lives.holds
),

line_rows as (
    select
        history_lines.posting_date, history_lines.extract, history_lines.clues, history_lines.counterpart_clues,
        history_lines.source, history_lines.shipment_no, history_lines.order_no, history_lines.document_no,
        history_lines.clave, history_lines.lot, history_lines.expires_on, history_lines.quantity, history_lines.file,
        history_lines.row_no
    from history_lines
    union all
    -- Older than the window, and listed again in it.
    select distinct
        carried.posting_date, carried.extract, carried.clues, carried.counterpart_clues, carried.source,
        carried.shipment_no, carried.order_no, carried.document_no, carried.clave, carried.lot, carried.expires_on,
        carried.quantity, carried.file, carried.row_no
    from earlier_carried_lines as carried
    cross join night
    where days_between(night.business_date, carried.posting_date) > night.window_nights
),

of_files as (
    select
        wanted.discrepancy_id, 1 as weight, night.business_date as delivered_on, delivered_files.file,
        cast(null as bigint) as row_no
    from wanted
    inner join delivered_files on delivered_files.document_no = wanted.document_no
    cross join night
    where wanted.evidence_kind = 'FILE'
),

of_quarantine as (
    select wanted.discrepancy_id, 1, night.business_date, quarantine.file, quarantine.row_no
    from wanted
    inner join delivered_files on delivered_files.document_no = wanted.document_no
    inner join quarantine
        on quarantine.file = delivered_files.file and quarantine.extract = delivered_files.extract
    cross join night
    where wanted.evidence_kind = 'QUARANTINE'
),

of_old_lines as (
    select wanted.discrepancy_id, 1, night.business_date, old_lines.file, old_lines.row_no
    from wanted
    inner join delivered_files on delivered_files.document_no = wanted.document_no
    inner join old_lines on old_lines.file = delivered_files.file and old_lines.extract = delivered_files.extract
    cross join night
    where wanted.evidence_kind = 'OLD_LINES'
),

controlled as (
    select wanted.discrepancy_id, control_checks.*
    from wanted
    inner join control_checks
        on control_checks.file = wanted.document_no and control_checks.clues is not distinct from wanted.clues
    where wanted.evidence_kind = 'CONTROL'
),

-- The control's row first, then the file that it speaks of.
of_controls as (
    select controlled.discrepancy_id, 2, night.business_date, controlled.control_file, controlled.row_no
    from controlled
    cross join night
    union all
    select distinct discrepancy_id, 1, found_on, found_file, cast(null as bigint)
    from controlled
    where found_file is not null
),

of_extracts as (
    select wanted.discrepancy_id, 1, night.business_date, extracts.file, cast(null as bigint)
    from wanted
    inner join extracts on extracts.clues = wanted.clues and extracts.extract = wanted.document_no
    cross join night
    where wanted.evidence_kind = 'EXTRACT' and extracts.file is not null
),

of_counts as (
    select wanted.discrepancy_id, 2, night.business_date, counts.file, counts.row_no
    from wanted
    cross join night
    inner join counts
        on counts.clues = wanted.clues and counts.clave = wanted.clave and counts.lot = wanted.lot
        and counts.business_date = night.business_date
    where wanted.evidence_kind = 'CELL'
),

of_cells as (
    select wanted.discrepancy_id, 1, line_rows.posting_date, line_rows.file, line_rows.row_no
    from wanted
    inner join line_rows
        on line_rows.clues = wanted.clues and line_rows.clave = wanted.clave and line_rows.lot = wanted.lot
    where wanted.evidence_kind = 'CELL' and line_rows.quantity <> 0
),

-- Each row of tonight by every site that it names.
naming as (
    select clues, clave, 1 as weight, file, row_no from lines where clues is not null
    union all
    select counterpart_clues, clave, 1, file, row_no
    from lines
    where counterpart_clues is not null and counterpart_clues is distinct from clues
    union all
    select clues, clave, 2, file, row_no from counts
),

of_names as (
    select wanted.discrepancy_id, naming.weight, night.business_date, naming.file, naming.row_no
    from wanted
    inner join naming
        on naming.clues = wanted.clues and (wanted.evidence_kind = 'SITE' or naming.clave = wanted.clave)
    cross join night
    where wanted.evidence_kind in ('KEY', 'SITE')
),

of_shipments as (
    select wanted.discrepancy_id, 1, line_rows.posting_date, line_rows.file, line_rows.row_no
    from wanted
    inner join line_rows
        on line_rows.shipment_no = wanted.document_no
        and line_rows.clave = wanted.clave
        and (wanted.lot is null or line_rows.lot = wanted.lot)
    where wanted.evidence_kind = 'SHIPMENT'
        and (
            (line_rows.extract = 'distributions' and line_rows.clues in (wanted.clues, wanted.counterpart_clues))
            or (
                line_rows.extract = 'receipts' and line_rows.source = 'TRANSFER'
                and line_rows.counterpart_clues in (wanted.clues, wanted.counterpart_clues)
            )
        )
),

of_strays as (
    select wanted.discrepancy_id, 1, line_rows.posting_date, line_rows.file, line_rows.row_no
    from wanted
    inner join line_rows
        on line_rows.shipment_no = wanted.document_no
        and line_rows.clave = wanted.clave
        and line_rows.lot = wanted.lot
    where wanted.evidence_kind = 'STRAY'
        and (
            (line_rows.extract = 'distributions' and line_rows.counterpart_clues = wanted.counterpart_clues)
            or (
                line_rows.extract = 'receipts' and line_rows.source = 'TRANSFER'
                and line_rows.clues = wanted.clues
            )
        )
),

of_prescriptions as (
    select wanted.discrepancy_id, 1, line_rows.posting_date, line_rows.file, line_rows.row_no
    from wanted
    inner join line_rows on line_rows.document_no = wanted.document_no and line_rows.clave = wanted.clave
    where wanted.evidence_kind = 'PRESCRIPTION'
        and line_rows.extract = 'dispensations'
        and line_rows.quantity > 0
        and (wanted.lot is null or (line_rows.lot = wanted.lot and line_rows.clues = wanted.clues))
),

of_orders as (
    select wanted.discrepancy_id, 1, line_rows.posting_date, line_rows.file, line_rows.row_no
    from wanted
    inner join line_rows on line_rows.order_no = wanted.document_no and line_rows.clave = wanted.clave
    where wanted.evidence_kind = 'ORDER'
        and (line_rows.extract = 'orders' or (line_rows.extract = 'receipts' and line_rows.source = 'SUPPLIER'))
),

of_lots as (
    select wanted.discrepancy_id, 2, night.business_date, counts.file, counts.row_no
    from wanted
    inner join counts on counts.clave = wanted.clave and counts.lot = wanted.lot
    inner join night on night.business_date = counts.business_date
    where wanted.evidence_kind = 'LOT'
    union all
    select wanted.discrepancy_id, 1, line_rows.posting_date, line_rows.file, line_rows.row_no
    from wanted
    inner join line_rows on line_rows.clave = wanted.clave and line_rows.lot = wanted.lot
    where wanted.evidence_kind = 'LOT' and line_rows.quantity <> 0
),

naming_an_expiry as (
    select wanted.discrepancy_id, counts.expires_on, night.business_date as delivered_on, counts.file, counts.row_no
    from wanted
    inner join counts on counts.clave = wanted.clave and counts.lot = wanted.lot
    cross join night
    where wanted.evidence_kind = 'EXPIRY' and counts.expires_on is not null
    union all
    select wanted.discrepancy_id, line_rows.expires_on, line_rows.posting_date, line_rows.file, line_rows.row_no
    from wanted
    inner join line_rows on line_rows.clave = wanted.clave and line_rows.lot = wanted.lot
    where wanted.evidence_kind = 'EXPIRY' and line_rows.expires_on is not null
),

-- The newest row of each expiry before the second newest of any.
of_expiries as (
    select
        discrepancy_id,
        -row_number() over (
            partition by discrepancy_id, expires_on order by delivered_on desc, file, row_no
        ) as weight,
        delivered_on, file, row_no
    from naming_an_expiry
),

of_write_offs as (
    select wanted.discrepancy_id, 1, line_rows.posting_date, line_rows.file, line_rows.row_no
    from wanted
    cross join night
    inner join line_rows
        on line_rows.clues = wanted.clues and line_rows.posting_date >= night.week_start
    where wanted.evidence_kind = 'WRITE_OFFS' and line_rows.extract = 'adjustments' and line_rows.quantity < 0
)

select * from of_files
union all
select * from of_quarantine
union all
select * from of_old_lines
union all
select * from of_controls
union all
select * from of_extracts
union all
select * from of_counts
union all
select * from of_cells
union all
select * from of_names
union all
select * from of_shipments
union all
select * from of_strays
union all
select * from of_prescriptions
union all
select * from of_orders
union all
select * from of_lots
union all
select * from of_expiries
union all
select * from of_write_offs
