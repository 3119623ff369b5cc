-- One row per site that has opened or ever delivered stock: whether its whole stock is known tonight, and what its
-- signals are told from.
with written_off as (
    select
        movements.clues,
        sum(
            case when movements.reversal then -movements.quantity else movements.quantity end
            * coalesce(catalogue.unit_price, 0)
        ) as value
    from movements
    left join catalogue on catalogue.clave = movements.clave
    where movements.kind = 'ADJUSTMENT' and (movements.from_account = 'SITE') <> movements.reversal
    group by movements.clues
),

used as (
    select distinct clues
    from movements
    where kind in ('DISPENSATION', 'CONSUMPTION') and not reversal
),

stocked as (
    select clues from stock_balance group by clues having sum(book) > 0
),

reported as (
    select clues from count_reports where is_delivered
),

named as (
    select clues from opened_sites
    union
    select clues from reported
    union
    select clues from last_site_day
),

remembered as (
    select
        named.clues,
        coalesce(last_site_day.silent_nights, 0) as silent_nights,
        coalesce(last_site_day.steady_nights, 0) as steady_nights,
        reported.clues is not null as has_reported,
        used.clues is not null as has_used
    from named
    left join last_site_day on last_site_day.clues = named.clues
    left join reported on reported.clues = named.clues
    left join used on used.clues = named.clues
)

select
    night.business_date,
    remembered.clues,
    coalesce(written_off.value, 0) as written_off,
    stocked.clues is not null as is_stocked,
    coalesce(count_reports.is_complete, false) as is_stock_known,
    case
        when not remembered.has_reported then remembered.silent_nights
        when remembered.has_used then 0
        else remembered.silent_nights + 1
    end as silent_nights,
    case
        when not (remembered.has_reported and remembered.has_used) then remembered.steady_nights
        when remembered.silent_nights >= 7 then 1
        else remembered.steady_nights + remembered.silent_nights + 1
    end as steady_nights
from remembered
cross join night
left join written_off on written_off.clues = remembered.clues
left join stocked on stocked.clues = remembered.clues
left join count_reports on count_reports.clues = remembered.clues
