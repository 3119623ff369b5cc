-- Every version of a line within the window and tonight that belongs to a shipment, an order or a prescription.
with versions as (
    select * from history_lines
    union all
    select * from lines
)

select
    versions.*,
    case
        when extract = 'distributions' then 'shipment'
        when extract = 'receipts' and source = 'TRANSFER' then 'shipment'
        when extract = 'receipts' and order_no is not null then 'order'
        when extract = 'orders' then 'order'
        when extract = 'dispensations' then 'prescription'
    end as document,
    case
        when extract = 'distributions' then clues || '/' || shipment_no
        when extract = 'receipts' and source = 'TRANSFER' then counterpart_clues || '/' || shipment_no
        when extract = 'receipts' then order_no
        when extract = 'orders' then order_no
        when extract = 'dispensations' then document_no
    end as document_id
from versions
