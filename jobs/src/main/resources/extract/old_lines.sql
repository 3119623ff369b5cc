-- One row per accepted line older than the window whose key nothing known has (contract section 2, "Known, and delivered
-- again"): the first of tonight with that key. Nothing is known on the opening night.
with old as (
    select lines_taken.*
    from lines_taken
    cross join night
    where lines_taken.extract in ('receipts', 'distributions', 'dispensations', 'consumptions', 'adjustments')
        and days_between(night.business_date, lines_taken.event_on) > night.window_nights
        and exists (select 1 from published_nights)
),

of_old_keys as (
    select lines_taken.*
    from lines_taken
    semi join old
        on old.extract = lines_taken.extract
        and old.clues = lines_taken.clues
        and old.document_no = lines_taken.document_no
        and old.line_no = lines_taken.line_no
        and old.key_on is not distinct from lines_taken.key_on
    anti join previous_lines
        on previous_lines.extract = lines_taken.extract
        and previous_lines.clues = lines_taken.clues
        and previous_lines.document_no = lines_taken.document_no
        and previous_lines.line_no = lines_taken.line_no
        and previous_lines.key_on is not distinct from lines_taken.key_on
),

firsts as (
    select
        taken, row_no,
        row_number() over (
            partition by extract, clues, document_no, line_no, key_on order by taken, row_no
        ) as place
    from of_old_keys
)

select landed.file, landed.extract, site_files.who, old.row_no
from old
inner join firsts on firsts.taken = old.taken and firsts.row_no = old.row_no
inner join landed on landed.taken = old.taken
inner join site_files on site_files.taken = old.taken
where firsts.place = 1
