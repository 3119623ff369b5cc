-- One row per version of a line that was taken tonight.
select
    night.business_date as posting_date,
    lines_taken.extract, lines_taken.clues, lines_taken.document_no, lines_taken.line_no, lines_taken.key_on,
    lines_taken.event_on, lines_taken.clave, lines_taken.lot, lines_taken.expires_on, lines_taken.quantity,
    lines_taken.cancelled, lines_taken.counterpart_clues, lines_taken.shipment_no, lines_taken.order_no,
    lines_taken.source, lines_taken.reason, lines_taken.service, lines_taken.requested_quantity,
    lines_taken.prescribed_on, lines_taken.prescribed_quantity, lines_taken.contract_no, lines_taken.supplier,
    lines_taken.due_on, lines_taken.taken, landed.file, lines_taken.row_no
from lines_taken
inner join landed on landed.taken = lines_taken.taken
left join duplicate_lines
    on duplicate_lines.taken = lines_taken.taken and duplicate_lines.row_no = lines_taken.row_no
cross join night
where duplicate_lines.taken is null
