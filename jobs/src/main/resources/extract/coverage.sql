-- One row per file × extract of the night × site that it covers (contract section 2, files). Orders cover none. A file
-- delivered before covers what it covered only if its source sends all that it has.
with of_the_night as (
    select landed.taken, landed.file, landed.source, site_files.who, site_files.is_site
    from landed
    inner join site_files on site_files.taken = landed.taken
    inner join sources on sources.source = landed.source
    left join redelivered_files on redelivered_files.taken = landed.taken
    cross join night
    where landed.delivered_for = night.business_date
        and landed.extract <> 'orders'
        and (redelivered_files.taken is null or sources.is_cumulative)
),

named_by_site as (
    select taken, who as clues from of_the_night where is_site
),

with_rows as (
    select of_the_night.taken, file_sites.clues
    from of_the_night
    inner join file_sites on file_sites.taken = of_the_night.taken
    where not of_the_night.is_site and file_sites.clues is not null
),

named_by_control as (
    select of_the_night.taken, control_rows.clues
    from of_the_night
    inner join control_rows on control_rows.file = of_the_night.file
    where not of_the_night.is_site and control_rows.clues is not null
),

configured as (
    select of_the_night.taken, source_sites.clues
    from of_the_night
    inner join source_sites on source_sites.source = of_the_night.source
    where not of_the_night.is_site
        and of_the_night.file not in (select file from control_rows where file is not null)
)

select taken, clues from named_by_site
union
select taken, clues from with_rows
union
select taken, clues from named_by_control
union
select taken, clues from configured
