-- Duplicate receipt: status OVER, and two receipt_no of one site carry the same shipment, clave, lot and quantity.
-- clues = receiver, counterpart = origin. Of a shipment whose lines nobody touched tonight, what held last night holds:
-- its receipts may be older than the window.
with twice as (
    select distinct receipt.origin_clues, receipt.shipment_no, receipt.clave, receipt.lot
    from shipment_lines as receipt
    inner join shipment_lines as again
        on again.origin_clues = receipt.origin_clues
        and again.shipment_no = receipt.shipment_no
        and again.clave = receipt.clave
        and again.lot = receipt.lot
        and again.site_clues = receipt.site_clues
        and again.quantity = receipt.quantity
    where not receipt.is_sent and not again.is_sent and receipt.document_no < again.document_no
),

touched as (
    select distinct origin_clues, shipment_no, clave from shipment_lines
),

still as (
    select
        open_discrepancies.counterpart_clues as origin_clues,
        open_discrepancies.document_no as shipment_no,
        open_discrepancies.clave,
        open_discrepancies.lot
    from open_discrepancies
    left join touched
        on touched.origin_clues = open_discrepancies.counterpart_clues
        and touched.shipment_no = open_discrepancies.document_no
        and touched.clave = open_discrepancies.clave
    where open_discrepancies.rule = 'SHP-08' and touched.shipment_no is null
),

known as (
    select * from twice
    union
    select * from still
)

select
    shipments.received_clues as clues,
    shipments.origin_clues as counterpart_clues,
    shipments.clave,
    shipments.lot,
    shipments.shipment_no as document_no,
    shipments.shipped as expected_quantity,
    shipments.received as actual_quantity
from shipments
inner join known
    on known.origin_clues = shipments.origin_clues
    and known.shipment_no = shipments.shipment_no
    and known.clave = shipments.clave
    and known.lot = shipments.lot
where shipments.status = 'OVER'
