-- Rows quarantined: a file has quarantined rows; clues = who if a CLUES, document_no = file name.
select
    case when regexp_full_match(who, '[A-Z]{5}[0-9]{6}') then who end as clues,
    cast(null as varchar) as counterpart_clues,
    cast(null as varchar) as clave,
    cast(null as varchar) as lot,
    file as document_no,
    0 as expected_quantity,
    quarantined as actual_quantity
from files
where quarantined > 0
