-- One row per evidence row, in order: what its file is, and what the sender said in that row.
with said as (
    select
        taken_on, extract, clues, document_no, line_no, key_on, event_on, clave, lot, expires_on, quantity, cancelled,
        counterpart_clues, shipment_no, order_no, source, reason, service, requested_quantity, prescribed_on,
        prescribed_quantity, contract_no, supplier, due_on, taken, file, row_no,
        cast(null as varchar) as quarantine_reason,
        cast(null as varchar) as quarantine_column,
        cast(null as varchar) as quarantine_value,
        cast(null as varchar) as raw
    from taken_lines
    union all
    select
        taken_on, 'stock', clues, null, null, null, business_date, clave, lot, expires_on, quantity, false,
        null, null, null, null, null, null, null, null,
        null, null, null, null, null, file, row_no, null, null, null, null
    from taken_counts
    union all
    select
        taken_on, extract, clues, null, null, null, null, null, null, null, null, false,
        null, null, null, null, null, null, null, null,
        null, null, null, null, null, file, row_no, reason, "column", value, raw
    from taken_quarantine
),

-- A row of a file that came twice was taken the first time; a file as a whole is as the last time that it came.
placed as (
    select
        evidence_files.place, evidence_files.taken_on as file_taken_on, evidence_files.source as file_source,
        evidence_files.extract as file_extract, evidence_files.who, evidence_files.delivered_for,
        evidence_files.rows, evidence_files.accepted, evidence_files.quarantined, evidence_files.duplicates,
        evidence_files.status as file_status, evidence_files.rejected_because,
        said.*,
        row_number() over (
            partition by evidence_files.place
            order by
                not evidence_files.is_of_document, said.extract is null, evidence_files.taken_on desc,
                evidence_files.source, evidence_files.extract, said.taken nulls first
        ) as choice
    from evidence_files
    left join said
        on said.file = evidence_files.file and said.row_no = evidence_files.row_no
        and said.taken_on = evidence_files.taken_on and said.extract = evidence_files.extract
),

superseded as (
    select distinct placed.place
    from placed
    inner join later_lines
        on later_lines.extract = placed.extract
        and later_lines.clues is not distinct from placed.clues
        and later_lines.document_no = placed.document_no
        and later_lines.line_no = placed.line_no
        and later_lines.key_on is not distinct from placed.key_on
    where placed.choice = 1
        and (
            later_lines.taken_on > placed.taken_on
            or (
                later_lines.taken_on = placed.taken_on
                and (
                    later_lines.taken > placed.taken
                    or (later_lines.taken = placed.taken and later_lines.row_no > placed.row_no)
                )
            )
        )
)

select
    evidence.place, evidence.file as evidence_file, evidence.sha256 as evidence_sha256,
    evidence.row_no as evidence_row_no,
    placed.file_taken_on, placed.file_source, placed.file_extract, placed.who, placed.delivered_for, placed.rows,
    placed.accepted, placed.quarantined, placed.duplicates, placed.file_status, placed.rejected_because, placed.extract, placed.clues,
    placed.document_no, placed.line_no, placed.event_on, placed.clave, placed.lot, placed.expires_on,
    placed.quantity, placed.cancelled, placed.counterpart_clues, placed.shipment_no, placed.order_no,
    placed.source, placed.reason, placed.service, placed.requested_quantity, placed.prescribed_on,
    placed.prescribed_quantity, placed.contract_no, placed.supplier, placed.due_on, placed.quarantine_reason,
    placed.quarantine_column, placed.quarantine_value, placed.raw,
    superseded.place is not null as is_superseded
from evidence
left join placed on placed.place = evidence.place and placed.choice = 1
left join superseded on superseded.place = evidence.place
order by evidence.place
