-- Extract missing: an expected (clues, extract) of D is MISSING or REJECTED; document_no = extract.
select
    clues,
    cast(null as varchar) as counterpart_clues,
    cast(null as varchar) as clave,
    cast(null as varchar) as lot,
    extract as document_no,
    1 as expected_quantity,
    0 as actual_quantity
from extracts
where status in ('MISSING', 'REJECTED')
