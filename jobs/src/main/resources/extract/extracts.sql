-- One row per expected or delivered clues × extract of the night; the file is the first that delivered it.
with delivered as (
    select coverage.clues, landed.extract, min(coverage.taken) as taken
    from coverage
    inner join landed on landed.taken = coverage.taken
    inner join file_reads on file_reads.taken = coverage.taken
    where file_reads.rejected is null
    group by coverage.clues, landed.extract
),

rejected as (
    select coverage.clues, landed.extract, min(coverage.taken) as taken
    from coverage
    inner join landed on landed.taken = coverage.taken
    inner join file_reads on file_reads.taken = coverage.taken
    where file_reads.rejected is not null
    group by coverage.clues, landed.extract
),

named as (
    select clues, extract from expected_extracts
    union
    select clues, extract from delivered
    union
    select clues, extract from announced_empty
)

select
    named.clues,
    named.extract,
    case
        when delivered.taken is not null or announced_empty.clues is not null then 'DELIVERED'
        when rejected.taken is not null then 'REJECTED'
        else 'MISSING'
    end as status,
    landed.file
from named
left join delivered on delivered.clues = named.clues and delivered.extract = named.extract
left join rejected on rejected.clues = named.clues and rejected.extract = named.extract
left join announced_empty on announced_empty.clues = named.clues and announced_empty.extract = named.extract
left join landed
    on landed.taken = case
        when delivered.taken is not null then delivered.taken
        when announced_empty.clues is not null then null
        else rejected.taken
    end
