-- One row per row that could not be read, with the source that sent it; in the order of files and rows.
with sent as (
    select
        quarantine.file, files.source, quarantine.row_no, quarantine.extract, files.delivered_for, quarantine.clues,
        quarantine.reason, quarantine."column", quarantine.value, quarantine.raw
    from quarantine
    left join files on files.file = quarantine.file and files.extract = quarantine.extract
)

select *
from sent
where /* filters */ true
order by file, extract, row_no
