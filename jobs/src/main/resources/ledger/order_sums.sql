-- One row per examined order × clave with a line in force: whereto and when it was ordered first, and what was received.
select
    document_id as order_no,
    clave,
    min(
        case when extract = 'orders' then struct_pack(event_on := event_on, site := counterpart_clues) end
    ) as first_ordered,
    min(
        case when extract = 'receipts' then struct_pack(event_on := event_on, site := clues) end
    ) as first_received,
    max(case when extract = 'receipts' then event_on end) as last_received_on,
    sum(case when extract = 'receipts' then quantity else 0 end) as received
from document_lines
where document = 'order' and stands_now
group by document_id, clave
