-- Wrong destination: a line posted tonight shows a receipt at a site other than destination_clues: the receipt, or the
-- line that says where it was sent. clues = receiver, counterpart = intended destination.
with sent_tonight as (
    select distinct origin_clues, shipment_no, clave, lot
    from shipment_lines
    where is_sent and is_of_tonight
)

select distinct
    shipment_lines.site_clues as clues,
    shipments.destination_clues as counterpart_clues,
    shipments.clave,
    shipments.lot,
    shipments.shipment_no as document_no,
    cast(null as bigint) as expected_quantity,
    cast(null as bigint) as actual_quantity
from shipment_lines
inner join shipments
    on shipments.origin_clues = shipment_lines.origin_clues
    and shipments.shipment_no = shipment_lines.shipment_no
    and shipments.clave = shipment_lines.clave
    and shipments.lot = shipment_lines.lot
left join sent_tonight
    on sent_tonight.origin_clues = shipment_lines.origin_clues
    and sent_tonight.shipment_no = shipment_lines.shipment_no
    and sent_tonight.clave = shipment_lines.clave
    and sent_tonight.lot = shipment_lines.lot
where not shipment_lines.is_sent
    and shipment_lines.site_clues <> shipments.destination_clues
    and (shipment_lines.is_of_tonight or sent_tonight.shipment_no is not null)
