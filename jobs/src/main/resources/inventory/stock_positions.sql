-- One row per row of key_inventory: its figures as whole numbers, and what it is held against.
with named as (
    select clues, clave from authorised
    union
    select clues, clave from week_flows where nights_with_anything > 0
    union
    select clues, clave from moved
),

measured as (
    select
        named.clues,
        named.clave,
        coalesce(week_openings.opening, 0) as opening,
        coalesce(week_flows.received_supplier, 0) as received_supplier,
        coalesce(week_flows.received_transfer, 0) as received_transfer,
        coalesce(week_flows.distributed, 0) as distributed,
        coalesce(week_flows.dispensed, 0) as dispensed,
        coalesce(week_flows.consumed, 0) as consumed,
        coalesce(week_flows.adjusted, 0) as adjusted,
        coalesce(week_flows.prior_period, 0) as prior_period,
        coalesce(week_flows.closing, 0) as closing,
        -- A night without a row on which the site's whole stock was known: it had none, and its book was 0.
        case
            when known_stocks.clues is null or last_counts.counted_on >= known_stocks.known_on then last_counts.counted
            else 0
        end as counted,
        case
            when known_stocks.clues is null or last_counts.counted_on >= known_stocks.known_on then last_counts.variance
            else 0
        end as variance,
        coalesce(in_transit.in_transit, 0) as in_transit,
        coalesce(expiring.expired, 0) as expired,
        coalesce(expiring.expiring_30, 0) as expiring_30,
        coalesce(expiring.expiring_90, 0) as expiring_90,
        coalesce(expiring.expiring_180, 0) as expiring_180,
        consumption.amc_thousandths,
        7 - coalesce(week_flows.nights_in_stock, 0) as stockout_days,
        coalesce(week_flows.prescribed, 0) as prescribed,
        coalesce(week_flows.filled, 0) as filled,
        coalesce(reporting.nights_reported, 0) as nights_reported,
        coalesce(open_findings.open_discrepancies, 0) as open_discrepancies,
        authorised.clues is not null as is_authorised,
        authorised.min_days,
        authorised.max_days
    from named
    left join authorised on authorised.clues = named.clues and authorised.clave = named.clave
    left join week_flows on week_flows.clues = named.clues and week_flows.clave = named.clave
    left join week_openings on week_openings.clues = named.clues and week_openings.clave = named.clave
    left join last_counts on last_counts.clues = named.clues and last_counts.clave = named.clave
    left join known_stocks on known_stocks.clues = named.clues
    left join in_transit on in_transit.clues = named.clues and in_transit.clave = named.clave
    left join expiring on expiring.clues = named.clues and expiring.clave = named.clave
    left join consumption on consumption.clues = named.clues and consumption.clave = named.clave
    left join open_findings on open_findings.clues = named.clues and open_findings.clave = named.clave
    left join reporting on reporting.clues = named.clues
)

select
    measured.*,
    sites.state,
    catalogue.unit_price,
    thousandths(measured.amc_thousandths) as amc,
    case
        when measured.nights_reported = 0 then 'NOT_REPORTED'
        when measured.closing <= 0 then 'OUT'
        when coalesce(measured.amc_thousandths, 0) <= 0 then 'NO_DEMAND'
        -- Days of stock, closing * 30.4 / amc, held against the band without dividing.
        when wide(measured.closing) * 30400 < wide(measured.min_days) * measured.amc_thousandths then 'LOW'
        when wide(measured.closing) * 30400 > wide(measured.max_days) * measured.amc_thousandths then 'OVER'
        else 'OPTIMAL'
    end as stock_status
from measured
left join sites on sites.clues = measured.clues
left join catalogue on catalogue.clave = measured.clave
