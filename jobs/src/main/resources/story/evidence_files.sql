-- One row per evidence row × night that took its file.
select
    evidence.place, evidence.row_no, all_files.taken_on, all_files.file, all_files.sha256, all_files.source,
    all_files.extract, all_files.who, all_files.delivered_for, all_files.bytes, all_files.rows, all_files.accepted,
    all_files.quarantined, all_files.duplicates, all_files.status
from evidence
inner join all_files
    on all_files.file = evidence.file and (evidence.sha256 is null or all_files.sha256 = evidence.sha256)
