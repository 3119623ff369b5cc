-- Unknown site: tonight's balances, shipments or orders name a CLUES not in sites.csv, as holder, origin or
-- destination; per that CLUES.
select
    clues,
    cast(null as varchar) as counterpart_clues,
    cast(null as varchar) as clave,
    cast(null as varchar) as lot,
    cast(null as varchar) as document_no,
    cast(null as bigint) as expected_quantity,
    cast(null as bigint) as actual_quantity
from unknown_sites
