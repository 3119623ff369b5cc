-- Control total differs: first that differs of rows, quantity, sha256 (no numbers for the last), what is not said is not
-- checked; a file named with rows > 0 that did not come, or was rejected, has 0. Per control row; of two that say of one
-- file and site what it does not have, the first. document_no = file name.
with checked as (
    select
        control_checks.*,
        case
            when found_file is null and rows_said > 0 then 'rows'
            when found_file is null then null
            when rows_said <> rows_found then 'rows'
            when quantity_said <> quantity_found then 'quantity'
            when sha256_said <> sha256_found then 'sha256'
        end as difference
    from control_checks
),

ranked as (
    select checked.*, row_number() over (partition by file, clues order by taken, row_no) as place
    from checked
    where difference is not null
)

select
    clues,
    cast(null as varchar) as counterpart_clues,
    cast(null as varchar) as clave,
    cast(null as varchar) as lot,
    file as document_no,
    case difference when 'rows' then rows_said when 'quantity' then quantity_said end as expected_quantity,
    -- A sum beyond BIGINT has no number here.
    case difference when 'rows' then rows_found when 'quantity' then try_cast(quantity_found as bigint) end
        as actual_quantity
from ranked
where place = 1
