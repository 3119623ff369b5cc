-- Rows quarantined: a file has quarantined rows; medium where they are at least a tenth of its rows, high where at least
-- half. clues = who if a CLUES, document_no = file name, with the extract where one file is several.
select
    case when regexp_full_match(who, '[A-Z]{5}[0-9]{6}') then who end as clues,
    cast(null as varchar) as counterpart_clues,
    cast(null as varchar) as clave,
    cast(null as varchar) as lot,
    document_no,
    0 as expected_quantity,
    quarantined as actual_quantity,
    case
        when quarantined * 2 >= rows then 'HIGH'
        when quarantined * 10 >= rows then 'MEDIUM'
    end as severity
from delivered_files
where quarantined > 0
