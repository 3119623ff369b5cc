-- The documents whose lines are looked up tonight: those that are named, orders that are listed tonight for the last time
-- (so that their lines are known as long as they are), and, on the night of the first order line, every order that a
-- known receipt names.
select document, document_id, clave from named_documents
union
select 'order', last_orders.order_no, last_orders.clave
from last_orders
cross join night
where last_orders.status <> 'OPEN' and days_between(night.business_date, last_orders.last_received_on) = 400
union
select 'order', known_lines.order_no, known_lines.clave
from known_lines
cross join night
inner join first_lines
    on first_lines.extract = 'orders' and first_lines.first_taken_on = night.business_date
where known_lines.extract = 'receipts' and known_lines.source = 'SUPPLIER' and known_lines.order_no is not null
