-- Tonight's counts in taking order; one that says what the version before it says is a duplicate.
with known as (
    -- Only a count for an earlier night can have been published.
    select
        history_counts.business_date as counted_on, history_counts.clues, history_counts.clave, history_counts.lot,
        history_counts.expires_on, history_counts.quantity,
        -days_between(night.business_date, history_counts.taken_on) as taken, cast(0 as bigint) as row_no
    from history_counts
    inner join (select distinct counted_on, clues from counts_taken) as late
        on late.counted_on = history_counts.business_date and late.clues = history_counts.clues
    cross join night
),

versions as (
    select
        clues, counted_on, clave, lot, taken, row_no,
        struct_pack(expires_on := expires_on, quantity := quantity) as content
    from known
    union all
    select clues, counted_on, clave, lot, taken, row_no, content from counts_taken
),

compared as (
    select
        versions.*,
        content is not distinct from lag(content) over (
            partition by clues, counted_on, clave, lot
            order by taken, row_no
        ) as is_duplicate
    from versions
)

select taken, row_no, clues, counted_on, clave, lot, is_duplicate from compared where taken > 0
