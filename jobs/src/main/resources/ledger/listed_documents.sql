-- One row per document that tonight's shipments, orders or prescriptions list, or last night's did.
select 'shipment' as document, origin_clues || '/' || shipment_no as document_id, clave from shipments
union
select 'shipment', origin_clues || '/' || shipment_no, clave from last_shipments
union
select 'order', order_no, clave from orders
union
select 'order', order_no, clave from last_orders
union
select 'prescription', prescription_no, clave from prescription_sums
