-- One row per state, in the nation's workbook only; worst first: the lowest availability. Rates are made of the sums.
with summed as (
    select
        state,
        count(*) as sites,
        sum(case when nights_reported > 0 then 1 else 0 end) as sites_reported,
        sum(claves_authorised) as claves_authorised,
        sum(claves_available) as claves_available,
        sum(claves_out) as claves_out,
        sum(claves_low) as claves_low,
        sum(claves_not_reported) as claves_not_reported,
        sum(prescribed) as prescribed,
        sum(filled) as filled,
        sum(value) as value,
        sum(expired_value) as expired_value,
        sum(cells_counted) as cells_counted,
        sum(cells_equal) as cells_equal,
        sum(extracts_expected) as extracts_expected,
        sum(extracts_on_time) as extracts_on_time,
        sum(open_critical) as open_critical,
        sum(open_high) as open_high
    from site_summary
    where state is not null
    group by state
),

rated as (
    select
        summed.*,
        case
            when claves_authorised > 0
            then ten_thousandths(ratio_half_up(wide(claves_available) * 10000, claves_authorised))
        end as availability,
        case when prescribed > 0 then ten_thousandths(ratio_half_up(wide(filled) * 10000, prescribed)) end as fill_rate,
        case
            when cells_counted > 0 then ten_thousandths(ratio_half_up(wide(cells_equal) * 10000, cells_counted))
        end as inventory_accuracy,
        case
            when extracts_expected > 0
            then ten_thousandths(ratio_half_up(wide(extracts_on_time) * 10000, extracts_expected))
        end as on_time_rate
    from summed
)

select
    'MX' as scope_id,
    row_number() over (order by availability nulls last, state) as place,
    count(*) over () as of_rows,
    rated.*
from rated
