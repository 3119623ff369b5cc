-- One row per cell that a line, or a count for an earlier night, named an expiry of tonight: a line wins over a count,
-- and the later over the earlier.
with named as (
    select
        clues, clave, lot, expires_on, true as is_of_line, event_date as named_for, file, row_no
    from movements
    where expires_on is not null and not reversal and kind <> 'OPENING'
    union all
    select counts.clues, counts.clave, counts.lot, counts.expires_on, false, counts.business_date, counts.file, counts.row_no
    from counts
    cross join night
    where counts.expires_on is not null and counts.business_date < night.business_date
),

ranked as (
    select
        named.*,
        row_number() over (
            partition by clues, clave, lot
            order by is_of_line desc, named_for desc, file desc, row_no desc
        ) as recency
    from named
)

select clues, clave, lot, expires_on, is_of_line from ranked where recency = 1
