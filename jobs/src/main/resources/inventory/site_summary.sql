-- One row per site that is active in the week, or has anything in the inventory or among the week's extracts, or an open
-- discrepancy.
with named as (
    select clues from active_sites
    union
    select clues from site_stock
    union
    select clues from week_extracts
    union
    select clues from site_findings
),

measured as (
    select
        named.clues,
        coalesce(site_stock.claves_authorised, 0) as claves_authorised,
        coalesce(site_stock.claves_available, 0) as claves_available,
        coalesce(site_stock.claves_out, 0) as claves_out,
        coalesce(site_stock.claves_low, 0) as claves_low,
        coalesce(site_stock.claves_over, 0) as claves_over,
        coalesce(site_stock.claves_not_reported, 0) as claves_not_reported,
        coalesce(site_stock.prescribed, 0) as prescribed,
        coalesce(site_stock.filled, 0) as filled,
        site_stock.value,
        site_stock.expired_value,
        coalesce(site_accuracy.cells_counted, 0) as cells_counted,
        coalesce(site_accuracy.cells_equal, 0) as cells_equal,
        coalesce(site_delivery.extracts_expected, 0) as extracts_expected,
        coalesce(site_delivery.extracts_delivered, 0) as extracts_delivered,
        coalesce(site_delivery.extracts_on_time, 0) as extracts_on_time,
        coalesce(reporting.nights_reported, 0) as nights_reported,
        coalesce(site_findings.open_critical, 0) as open_critical,
        coalesce(site_findings.open_high, 0) as open_high,
        coalesce(site_findings.open_medium, 0) as open_medium,
        coalesce(site_findings.open_low, 0) as open_low
    from named
    left join site_stock on site_stock.clues = named.clues
    left join site_accuracy on site_accuracy.clues = named.clues
    left join site_delivery on site_delivery.clues = named.clues
    left join reporting on reporting.clues = named.clues
    left join site_findings on site_findings.clues = named.clues
)

select
    week.week,
    week.week_start,
    week.week_end,
    week.revision,
    sites.name as site_name,
    sites.kind,
    sites.state,
    sites.region,
    measured.*,
    case
        when measured.claves_authorised > 0
        then ten_thousandths(ratio_half_up(wide(measured.claves_available) * 10000, measured.claves_authorised))
    end as availability,
    case
        when measured.prescribed > 0
        then ten_thousandths(ratio_half_up(wide(measured.filled) * 10000, measured.prescribed))
    end as fill_rate,
    case
        when measured.cells_counted > 0
        then ten_thousandths(ratio_half_up(wide(measured.cells_equal) * 10000, measured.cells_counted))
    end as inventory_accuracy
from measured
cross join week
left join sites on sites.clues = measured.clues
