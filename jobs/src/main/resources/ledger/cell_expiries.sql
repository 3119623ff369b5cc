-- One row per cell that something named an expiry of tonight: a line wins over a count, and the later over the earlier.
with named as (
    select
        clues, clave, lot, expires_on, 2 as strength, event_date as named_for, file, row_no
    from movements
    where expires_on is not null and not reversal and kind <> 'OPENING'
    union all
    select clues, clave, lot, expires_on, 1, business_date, file, row_no
    from counts
    where expires_on is not null
),

ranked as (
    select
        named.*,
        row_number() over (
            partition by clues, clave, lot
            order by strength desc, named_for desc, file desc, row_no desc
        ) as recency
    from named
)

select clues, clave, lot, expires_on from ranked where recency = 1
