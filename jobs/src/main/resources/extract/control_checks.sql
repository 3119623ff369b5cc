-- One row per control row taken tonight: what it says of a file, and what was found in it (contract section 2, files).
with extracts_taken as (
    select
        landed.name,
        landed.file,
        landed.source,
        landed.sha256,
        landed.extract,
        site_files.who,
        night.business_date as taken_on,
        landed.taken
    from landed
    inner join site_files on site_files.taken = landed.taken
    cross join night
    union all
    select split_part(file, '/', -1), file, source, sha256, extract, who, taken_on, 0
    from earlier_files
),

files_taken as (
    select
        name, file, source, sha256, taken_on,
        min_by(who, extract) as who,
        min(taken) as taken,
        count(*) as extracts
    from extracts_taken
    group by name, file, source, sha256, taken_on
),

-- Of several files of that name: one of the control's own source, and of those the last.
spoken_of as (
    select
        control_rows.taken, control_rows.row_no, landed_all.file as control_file,
        landed_all.sha256 as control_sha256, control_rows.file, control_rows.clues as own_clues,
        coalesce(files_taken.who, aliases.clues, control_rows.who) as who,
        files_taken.file as found_file, files_taken.taken_on as found_on, files_taken.sha256 as sha256_found,
        control_rows.rows as rows_said,
        -- Pieces of one extract are none of another.
        case when coalesce(files_taken.extracts, 1) = 1 then control_rows.quantity end as quantity_said,
        control_rows.sha256 as sha256_said,
        row_number() over (
            partition by control_rows.taken, control_rows.row_no
            order by
                case when files_taken.source = landed_all.source then 0 else 1 end,
                files_taken.taken_on desc, files_taken.taken desc, files_taken.file desc
        ) as place
    from control_rows
    inner join landed_all on landed_all.taken = control_rows.taken
    left join files_taken on files_taken.name = control_rows.file
    left join aliases on aliases.alias = control_rows.who
),

totals as (
    select
        file_totals.file, file_totals.extract, night.business_date as taken_on, file_totals.clues, file_totals.rows,
        file_totals.quantity
    from file_totals
    cross join night
    union all
    select file, extract, taken_on, clues, rows, quantity from earlier_file_totals
),

found_by_extract as (
    select
        spoken_of.taken, spoken_of.row_no, totals.extract,
        sum(totals.rows) as rows_found,
        sum(totals.quantity) as quantity_found
    from spoken_of
    inner join totals on totals.file = spoken_of.found_file and totals.taken_on = spoken_of.found_on
    where spoken_of.place = 1 and (spoken_of.own_clues is null or totals.clues = spoken_of.own_clues)
    group by spoken_of.taken, spoken_of.row_no, totals.extract
),

-- Each extract has the file's records; one that could not be read has none of them.
found as (
    select taken, row_no, max(rows_found) as rows_found, max(quantity_found) as quantity_found
    from found_by_extract
    group by taken, row_no
)

select
    spoken_of.*,
    case
        when spoken_of.own_clues is not null then spoken_of.own_clues
        when regexp_full_match(spoken_of.who, '[A-Z]{5}[0-9]{6}') then spoken_of.who
    end as clues,
    coalesce(found.rows_found, 0) as rows_found,
    coalesce(found.quantity_found, 0) as quantity_found
from spoken_of
left join found on found.taken = spoken_of.taken and found.row_no = spoken_of.row_no
where spoken_of.place = 1
