-- Lines of files that were not delivered before, each with its key and all that it says.
select
    lines_read.*,
    struct_pack(
        event_on := event_on, clave := clave, lot := lot, expires_on := expires_on, quantity := quantity,
        cancelled := cancelled, counterpart_clues := counterpart_clues, shipment_no := shipment_no,
        order_no := order_no, source := source, reason := reason, service := service,
        requested_quantity := requested_quantity, prescribed_on := prescribed_on,
        prescribed_quantity := prescribed_quantity, contract_no := contract_no, supplier := supplier,
        due_on := due_on
    ) as content
from lines_read
where taken not in (select taken from redelivered_files)
