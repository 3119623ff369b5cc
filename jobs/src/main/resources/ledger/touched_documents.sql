-- Documents whose earliest, latest or largest cannot be told from last night's row and tonight's lines alone.
with replaced as (
    select extract, clues, document_no, counterpart_clues, shipment_no, order_no, source from replaced_lines
    union all
    -- Posted and taken back within the night.
    select
        several.extract, several.clues, several.document_no, several.counterpart_clues, several.shipment_no,
        several.order_no, several.source
    from (select * from matched_lines where is_revised or cancelled) as several
    left join current_lines on current_lines.taken = several.taken and current_lines.row_no = several.row_no
    where current_lines.taken is null
)

select 'shipment' as document, clues || '/' || shipment_no as document_id from replaced where extract = 'distributions'
union
select 'shipment', counterpart_clues || '/' || shipment_no from replaced
where extract = 'receipts' and source = 'TRANSFER'
union
select 'order', order_no from replaced
where extract = 'orders' or (extract = 'receipts' and source = 'SUPPLIER' and order_no is not null)
union
select 'prescription', document_no from replaced where extract = 'dispensations'
union
-- How many sites have filled it needs all its lines.
select 'prescription', lines.document_no
from lines
inner join last_prescriptions on last_prescriptions.prescription_no = lines.document_no
where lines.extract = 'dispensations'
