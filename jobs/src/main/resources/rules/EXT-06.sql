-- Old lines: a file has accepted lines with an event date before D − correction-window-nights and a key that nothing known
-- has; clues = who if a CLUES, document_no = file name, with the extract where one file is several.
with counted as (
    select file, extract, count(*) as lines
    from old_lines
    group by file, extract
)

select
    case when regexp_full_match(delivered_files.who, '[A-Z]{5}[0-9]{6}') then delivered_files.who end as clues,
    cast(null as varchar) as counterpart_clues,
    cast(null as varchar) as clave,
    cast(null as varchar) as lot,
    delivered_files.document_no,
    0 as expected_quantity,
    counted.lines as actual_quantity
from counted
inner join delivered_files
    on delivered_files.file = counted.file and delivered_files.extract = counted.extract
