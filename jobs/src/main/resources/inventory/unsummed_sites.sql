-- The first site whose summary does not sum up its rows, or whose parts do not make the whole.
with parts as (
    select
        clues,
        sum(prescribed) as prescribed,
        sum(filled) as filled,
        sum(value) as value,
        count(*) as claves,
        sum(case when stock_status in ('NOT_REPORTED', 'OUT') then 0 else 1 end) as claves_available,
        max(nights_reported) as nights_reported
    from key_inventory
    group by clues
),

compared as (
    select
        coalesce(site_summary.clues, parts.clues) as clues,
        case
            when site_summary.clues is null then 'it has rows in key_inventory and none here'
            when site_summary.claves_authorised <> site_summary.claves_available + site_summary.claves_out
                + site_summary.claves_not_reported
                then 'claves available, out and not reported do not make the claves authorised'
            when site_summary.claves_low + site_summary.claves_over > site_summary.claves_available
                then 'more claves are low or over than are available'
            when site_summary.claves_authorised > coalesce(parts.claves, 0)
                or site_summary.claves_available > coalesce(parts.claves_available, 0)
                then 'more claves are authorised or available than key_inventory has'
            when site_summary.prescribed <> coalesce(parts.prescribed, 0)
                or site_summary.filled <> coalesce(parts.filled, 0)
                then 'prescribed or filled is not the sum over its claves'
            when site_summary.value is distinct from parts.value then 'value is not the sum over its claves'
            when site_summary.nights_reported <> coalesce(parts.nights_reported, site_summary.nights_reported)
                then 'nights_reported is not what its rows say'
            when site_summary.cells_equal > site_summary.cells_counted then 'more cells are equal than were counted'
            when site_summary.extracts_on_time > site_summary.extracts_delivered
                or site_summary.extracts_delivered > site_summary.extracts_expected
                then 'more extracts came than were expected, or on time than came'
        end as fault
    from site_summary
    full join parts on parts.clues = site_summary.clues
)

select 'site ' || clues as place, fault
from compared
where fault is not null
order by clues
limit 1
