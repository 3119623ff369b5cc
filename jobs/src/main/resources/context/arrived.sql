-- One row: how many of the night's expected extracts a file lies at a source for, and how many are expected.
with named_by_site as (
    select coalesce(aliases.clues, offered.who) as clues, offered.extract
    from offered
    left join aliases on aliases.alias = offered.who
),

configured as (
    select source_sites.clues, offered.extract
    from offered
    inner join source_sites on source_sites.source = offered.source
),

as_last_night as (
    select extracts.clues, offered.extract
    from offered
    inner join files
        on files.source = offered.source and files.extract = offered.extract and files.who = offered.who
    inner join extracts on extracts.file = files.file and extracts.extract = files.extract
),

there as (
    select clues, extract from named_by_site
    union
    select clues, extract from configured
    union
    select clues, extract from as_last_night
)

select
    count(there.clues) as there,
    count(*) as expected
from expected_extracts
left join there on there.clues = expected_extracts.clues and there.extract = expected_extracts.extract
