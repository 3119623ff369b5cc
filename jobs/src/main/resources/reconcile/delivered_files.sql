-- One row per file × extract delivered tonight, by the document that findings of it name (contract section 6, EXT-02).
with named as (
    select files.*, count(*) over (partition by file) as extracts
    from files
)

select
    named.*,
    case when extracts > 1 then extract || ':' || file else file end as document_no
from named
