-- Every row that reads well, of every extract but stock, in the one shape of a line.
select
    'receipts' as extract, clues, receipt_no as document_no, line_no, cast(null as date) as key_on,
    received_on as event_on, clave, lot, expires_on, quantity, cancelled, origin_clues as counterpart_clues,
    shipment_no, order_no, source, cast(null as varchar) as reason, cast(null as varchar) as service,
    cast(null as bigint) as requested_quantity, cast(null as date) as prescribed_on,
    cast(null as bigint) as prescribed_quantity, cast(null as varchar) as contract_no,
    cast(null as varchar) as supplier, cast(null as date) as due_on, taken, row_no
from read_receipts
union all
select
    'distributions', clues, shipment_no, line_no, null, shipped_on, clave, lot, expires_on, quantity, cancelled,
    destination_clues, shipment_no, null, null, null, null, requested_quantity, null, null, null, null, null,
    taken, row_no
from read_distributions
union all
select
    'dispensations', clues, prescription_no, line_no, dispensed_on, dispensed_on, clave, lot, null,
    dispensed_quantity, cancelled, null, null, null, null, null, null, null, prescribed_on, prescribed_quantity,
    null, null, null, taken, row_no
from read_dispensations
union all
select
    'consumptions', clues, document_no, line_no, null, consumed_on, clave, lot, null, quantity, cancelled, null,
    null, null, null, null, service, null, null, null, null, null, null, taken, row_no
from read_consumptions
union all
select
    'adjustments', clues, document_no, line_no, null, adjusted_on, clave, lot, expires_on, quantity, cancelled,
    null, null, null, null, reason, null, null, null, null, null, null, null, taken, row_no
from read_adjustments
union all
select
    'orders', null, order_no, line_no, null, ordered_on, clave, null, null, quantity, cancelled, destination_clues,
    null, order_no, null, null, null, null, null, null, contract_no, supplier, due_on, taken, row_no
from read_orders
