-- One row per scope × site × clave × lot on the book that is expired or expires within 180 days; worst first: expired,
-- then within 30, 90 and 180 days, of each the most money.
with aged as (
    select
        site_summary.state,
        last_stock_balance.clues,
        site_summary.site_name,
        last_stock_balance.clave,
        last_stock_balance.lot,
        last_stock_balance.expires_on,
        days_between(last_stock_balance.expires_on, week.week_end) as days_left,
        last_stock_balance.book,
        catalogue.description,
        catalogue.programme,
        cast(last_stock_balance.book as decimal(24, 0)) * catalogue.unit_price as value
    from last_stock_balance
    cross join week
    left join site_summary on site_summary.clues = last_stock_balance.clues
    left join catalogue on catalogue.clave = last_stock_balance.clave
    where last_stock_balance.book > 0 and last_stock_balance.expires_on <= days_after(week.week_end, 180)
),

banded as (
    select
        aged.*,
        case
            when days_left < 0 then 'EXPIRED'
            when days_left <= 30 then 'WITHIN_30'
            when days_left <= 90 then 'WITHIN_90'
            else 'WITHIN_180'
        end as expiry
    from aged
),

scoped as (
    select state as scope_id, banded.* from banded where state is not null
    union all
    select 'MX', banded.* from banded
),

ranked as (
    select
        scoped.*,
        row_number() over (
            partition by scope_id
            order by
                case expiry when 'EXPIRED' then 1 when 'WITHIN_30' then 2 when 'WITHIN_90' then 3 else 4 end,
                value desc nulls last,
                book desc,
                clues,
                clave,
                lot
        ) as place,
        count(*) over (partition by scope_id) as of_rows
    from scoped
)

select ranked.* from ranked cross join caps
where ranked.place <= case when ranked.scope_id = 'MX' then caps.nation_rows else caps.state_rows end
