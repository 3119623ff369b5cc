-- One row per file × extract delivered tonight. Accepted, quarantined and duplicate rows are each counted on their own.
with outcomes as (
    select lines_taken.taken, 1 as accepted, 0 as duplicates, 0 as quarantined
    from lines_taken
    left join duplicate_lines
        on duplicate_lines.taken = lines_taken.taken and duplicate_lines.row_no = lines_taken.row_no
    where duplicate_lines.taken is null
    union all
    select
        counts_taken.taken,
        case when repeated_counts.is_duplicate then 0 else counts_taken.rows end,
        case when repeated_counts.is_duplicate then counts_taken.rows else 0 end,
        0
    from counts_taken
    left join repeated_counts
        on repeated_counts.taken = counts_taken.taken and repeated_counts.row_no = counts_taken.row_no
    union all
    select taken, 0, 1, 0 from duplicate_lines
    union all
    select taken, 0, 0, 1 from conflicting_rows
    union all
    select taken, 0, 0, 1 from quarantine_read where taken not in (select taken from redelivered_files)
),

totals as (
    select taken, sum(accepted) as accepted, sum(duplicates) as duplicates, sum(quarantined) as quarantined
    from outcomes
    group by taken
),

accounted as (
    select
        landed.taken, landed.file, landed.source, landed.extract, site_files.who, landed.delivered_for,
        landed.sha256, landed.bytes, file_reads.rejected, file_reads.rows,
        coalesce(totals.accepted, 0) as accepted,
        coalesce(totals.quarantined, 0) as quarantined,
        case
            when redelivered_files.taken is not null then file_reads.rows_read
            else coalesce(totals.duplicates, 0)
        end as duplicates,
        redelivered_files.taken is not null as is_redelivered
    from landed
    inner join file_reads on file_reads.taken = landed.taken
    inner join site_files on site_files.taken = landed.taken
    left join totals on totals.taken = landed.taken
    left join redelivered_files on redelivered_files.taken = landed.taken
)

select
    accounted.file, accounted.source, accounted.extract, accounted.who, accounted.delivered_for, accounted.sha256,
    accounted.bytes, accounted.rows, accounted.accepted, accounted.quarantined, accounted.duplicates,
    accounted.rejected as rejected_because,
    case
        when accounted.rejected is not null then 'REJECTED'
        when accounted.is_redelivered then 'REDELIVERED'
        when accounted.rows > 0 and accounted.duplicates = accounted.rows then 'REDELIVERED'
        when accounted.accepted > 0 and published_nights.night is not null then 'LATE'
        when accounted.rows = 0 then 'EMPTY'
        else 'ACCEPTED'
    end as status,
    accounted.taken
from accounted
left join published_nights on published_nights.night = accounted.delivered_for
