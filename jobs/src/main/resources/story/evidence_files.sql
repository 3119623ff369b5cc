-- One row per evidence row × night that took its file × extract that the file is.
select
    evidence.place, evidence.row_no, all_files.taken_on, all_files.file, all_files.sha256, all_files.source,
    all_files.extract, all_files.who, all_files.delivered_for, all_files.bytes, all_files.rows, all_files.accepted,
    all_files.quarantined, all_files.duplicates, all_files.status, all_files.rejected_because,
    -- Where a file is several extracts, the finding's document says which it is about.
    coalesce(starts_with(evidence.document_no, all_files.extract || ':'), false) as is_of_document
from evidence
inner join all_files
    on all_files.file = evidence.file and (evidence.sha256 is null or all_files.sha256 = evidence.sha256)
