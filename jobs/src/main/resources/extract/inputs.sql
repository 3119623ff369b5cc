-- One row per file that went into the night. One that is several extracts has the records of the fullest.
with records as (
    select landed_all.path, landed_all.bytes, landed_all.sha256, file_reads.rows
    from landed_all
    inner join file_reads on file_reads.taken = landed_all.taken
    union all
    select landed_all.path, landed_all.bytes, landed_all.sha256, count(control_rows.taken)
    from landed_all
    left join control_rows on control_rows.taken = landed_all.taken
    where landed_all.extract = 'control'
    group by landed_all.path, landed_all.bytes, landed_all.sha256
    union all
    select path, bytes, sha256, rows from reference_files
)

select path, bytes, sha256, max(rows) as rows
from records
group by path, bytes, sha256
