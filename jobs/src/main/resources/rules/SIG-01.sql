-- Adjustment outlier: on the last night of an ISO week: the site's outward adjustment value of the week exceeds the
-- median of its last 13 weeks by 6 x MAD, with at least 5 weeks of history and MAD > 0. History is whole weeks that the
-- site was open; a week without adjustments is one of 0. Both numbers are whole units of the currency, half up; what is
-- compared is exact: twice the value, twice the median, four times the MAD, so that nothing is ever divided.
with days as (
    select clues, week_start_of(business_date) as week_start, written_off from earlier_site_days
    union all
    select clues, week_start_of(business_date), written_off from site_day
),

weeks as (
    select days.clues, days.week_start, sum(days.written_off) as value
    from days
    cross join night
    where night.business_date = days_after(night.week_start, 6)
    group by days.clues, days.week_start
),

ranked as (
    select
        weeks.clues,
        weeks.value,
        row_number() over (partition by weeks.clues order by weeks.value) as place,
        count(*) over (partition by weeks.clues) as history_weeks
    from weeks
    inner join opened_sites on opened_sites.clues = weeks.clues and opened_sites.opened_on <= weeks.week_start
    cross join night
    where weeks.week_start < night.week_start and weeks.week_start >= days_after(night.week_start, -91)
),

-- The middle one twice, or the two in the middle.
medians as (
    select
        clues,
        sum(case
            when 2 * place = history_weeks + 1 then 2 * value
            when 2 * place in (history_weeks, history_weeks + 2) then value
        end) as twice_median
    from ranked
    where history_weeks >= 5
    group by clues
),

deviations as (
    select
        ranked.clues,
        medians.twice_median,
        ranked.history_weeks,
        abs(2 * ranked.value - medians.twice_median) as twice_deviation,
        row_number() over (
            partition by ranked.clues order by abs(2 * ranked.value - medians.twice_median)
        ) as place
    from ranked
    inner join medians on medians.clues = ranked.clues
),

bounds as (
    select
        clues,
        twice_median,
        sum(case
            when 2 * place = history_weeks + 1 then 2 * twice_deviation
            when 2 * place in (history_weeks, history_weeks + 2) then twice_deviation
        end) as four_mad
    from deviations
    group by clues, twice_median
)

select
    bounds.clues,
    cast(null as varchar) as counterpart_clues,
    cast(null as varchar) as clave,
    cast(null as varchar) as lot,
    cast(null as varchar) as document_no,
    -- NULL where it is beyond BIGINT: a price may be 9,999,999,999.9999.
    try_cast(ratio_half_up(in_ten_thousandths(bounds.twice_median), 20000) as bigint) as expected_quantity,
    try_cast(ratio_half_up(in_ten_thousandths(weeks.value), 10000) as bigint) as actual_quantity
from bounds
inner join weeks on weeks.clues = bounds.clues
inner join night on night.week_start = weeks.week_start
where bounds.four_mad > 0 and 2 * weeks.value > bounds.twice_median + 3 * bounds.four_mad
