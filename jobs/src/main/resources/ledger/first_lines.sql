-- One row per extract of which a line was ever accepted: the night of the first.
with accepted as (
    select extract, first_taken_on from last_first_lines
    union all
    select distinct lines.extract, night.business_date
    from lines
    cross join night
)

select extract, min(first_taken_on) as first_taken_on
from accepted
group by extract
