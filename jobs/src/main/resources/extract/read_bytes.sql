-- One row per bytes × extract × profile delivered tonight: the rows quarantined when they were last read. Bytes are
-- redelivered only after a reading without a fault.
with delivered as (
    select
        landed.sha256, landed.extract, sources.profile,
        case when redelivered_files.taken is not null then 0 else files.quarantined end as quarantined,
        row_number() over (
            partition by landed.sha256, landed.extract, sources.profile order by landed.taken desc
        ) as recency
    from landed
    inner join file_reads on file_reads.taken = landed.taken
    inner join sources on sources.source = landed.source
    inner join files on files.taken = landed.taken
    left join redelivered_files on redelivered_files.taken = landed.taken
    where file_reads.rows > 0 and file_reads.rejected is null
)

select sha256, extract, profile, quarantined from delivered where recency = 1
