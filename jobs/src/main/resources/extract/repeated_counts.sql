-- Tonight's counts of cells that several rows count, an earlier night's among them, in taking order: whether one says
-- what the version before it says, and whether one after it says something else.
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

keys_of_several as (
    select clues, counted_on, clave, lot from repeated_count_keys
    union
    select clues, counted_on, clave, lot from known
),

versions as (
    select clues, counted_on, clave, lot, expires_on, quantity, taken, row_no from known
    union all
    select
        counts_taken.clues, counts_taken.counted_on, counts_taken.clave, counts_taken.lot, counts_taken.expires_on,
        counts_taken.quantity, counts_taken.taken, counts_taken.row_no
    from counts_taken
    inner join keys_of_several
        on keys_of_several.clues = counts_taken.clues
        and keys_of_several.counted_on = counts_taken.counted_on
        and keys_of_several.clave = counts_taken.clave
        and keys_of_several.lot = counts_taken.lot
),

compared as (
    select
        clues, counted_on, clave, lot, taken, row_no,
        struct_pack(expires_on := expires_on, quantity := quantity) is not distinct from lag(
            struct_pack(expires_on := expires_on, quantity := quantity)
        ) over (
            partition by clues, counted_on, clave, lot
            order by taken, row_no
        ) as is_duplicate
    from versions
)

select
    taken, row_no, is_duplicate,
    not is_duplicate and count(*) over later_versions > 0 as is_superseded
from compared
where taken > 0
window later_versions as (
    partition by clues, counted_on, clave, lot, is_duplicate
    order by taken, row_no
    rows between 1 following and unbounded following
)
