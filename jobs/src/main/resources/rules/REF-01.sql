-- Unknown clave: tonight's balances, shipments or orders name a clave not in the catalogue; per clues, clave. clues =
-- holder, origin of the shipment, destination of the order.
with named as (
    select clues, clave from stock_balance
    union all
    select origin_clues, clave from shipments
    union all
    select destination_clues, clave from orders where destination_clues is not null
)

select distinct
    named.clues,
    cast(null as varchar) as counterpart_clues,
    named.clave,
    cast(null as varchar) as lot,
    cast(null as varchar) as document_no,
    cast(null as bigint) as expected_quantity,
    cast(null as bigint) as actual_quantity
from named
left join catalogue on catalogue.clave = named.clave
where catalogue.clave is null
