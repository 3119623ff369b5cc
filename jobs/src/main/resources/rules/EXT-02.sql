-- Extract late: a file is LATE; clues = who if a CLUES, document_no = file name, with the extract where one file is
-- several.
select
    case when regexp_full_match(who, '[A-Z]{5}[0-9]{6}') then who end as clues,
    cast(null as varchar) as counterpart_clues,
    cast(null as varchar) as clave,
    cast(null as varchar) as lot,
    document_no,
    cast(null as bigint) as expected_quantity,
    cast(null as bigint) as actual_quantity
from delivered_files
where status = 'LATE'
