-- The rows that show each finding: of a file, of an extract, of a cell, or of a shipment's two sides.
with wanted as (
    select lives.*, rules.evidence as evidence_kind
    from lives
    inner join rules on rules.rule = lives.rule
    where lives.holds
),

line_rows as (
    select
        history_lines.posting_date, history_lines.extract, history_lines.clues, history_lines.counterpart_clues,
        history_lines.source, history_lines.shipment_no, history_lines.clave, history_lines.lot,
        history_lines.quantity, history_lines.file, history_lines.row_no
    from history_lines
),

of_files as (
    select wanted.discrepancy_id, 1 as weight, night.business_date as delivered_on, quarantine.file, quarantine.row_no
    from wanted
    inner join quarantine on quarantine.file = wanted.document_no
    cross join night
    where wanted.evidence_kind = 'FILE'
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
)

select * from of_files
union all
select * from of_extracts
union all
select * from of_counts
union all
select * from of_cells
union all
select * from of_shipments
