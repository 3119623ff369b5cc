-- Contract section 2: a file with at least one row whose bytes are known as the same extract by the same profile,
-- whatever its name, unless rows of it were quarantined when it was last read.
with tonight as (
    select landed.taken, landed.sha256, landed.extract, sources.profile
    from landed
    inner join file_reads on file_reads.taken = landed.taken
    inner join sources on sources.source = landed.source
    where file_reads.rows > 0 and file_reads.rejected is null
),

latest as (
    select
        sha256, extract, profile, quarantined,
        row_number() over (partition by sha256, extract, profile order by taken_on desc) as recency
    from history_bytes
),

known_before as (
    select sha256, extract, profile from latest where recency = 1 and quarantined = 0
),

refused as (
    select taken from quarantine_read
    union
    select taken from conflicts_read
),

-- The first of tonight that reads without a fault: what comes after it brings nothing new.
faultless as (
    select tonight.sha256, tonight.extract, tonight.profile, min(tonight.taken) as taken
    from tonight
    left join refused on refused.taken = tonight.taken
    where refused.taken is null
    group by tonight.sha256, tonight.extract, tonight.profile
)

select tonight.taken, known_before.sha256 is not null as is_known_before
from tonight
left join known_before
    on known_before.sha256 = tonight.sha256
    and known_before.extract = tonight.extract
    and known_before.profile = tonight.profile
left join faultless
    on faultless.sha256 = tonight.sha256
    and faultless.extract = tonight.extract
    and faultless.profile = tonight.profile
where known_before.sha256 is not null or tonight.taken > faultless.taken
