-- One row per clues × clave with a balance row or prescribed tonight (contract section 5, key_day).
with balances as (
    select
        stock_balance.clues,
        stock_balance.clave,
        sum(stock_balance.opening) as opening,
        sum(stock_balance.book) as book,
        sum(stock_balance.counted) as counted,
        sum(stock_balance.variance) as variance,
        sum(case
            when stock_balance.book > 0 and stock_balance.expires_on < night.business_date
            then stock_balance.book
            else 0
        end) as expired
    from stock_balance
    cross join night
    group by stock_balance.clues, stock_balance.clave
),

prescribed as (
    select clues, clave, sum(prescribed) as prescribed, sum(filled) as filled
    from first_posted
    group by clues, clave
)

select
    coalesce(balances.clues, prescribed.clues) as clues,
    coalesce(balances.clave, prescribed.clave) as clave,
    coalesce(balances.opening, 0) as opening,
    coalesce(key_flows.received_supplier, 0) as received_supplier,
    coalesce(key_flows.received_transfer, 0) as received_transfer,
    coalesce(key_flows.distributed, 0) as distributed,
    coalesce(key_flows.dispensed, 0) as dispensed,
    coalesce(key_flows.consumed, 0) as consumed,
    coalesce(key_flows.adjusted, 0) as adjusted,
    coalesce(key_flows.prior_period, 0) as prior_period,
    coalesce(balances.book, 0) as book,
    -- A clave without a cell is not listed: where the whole stock is known, there is none of it.
    coalesce(balances.counted, case when count_reports.is_complete then 0 end) as counted,
    coalesce(balances.variance, case when count_reports.is_complete then 0 end) as variance,
    coalesce(prescribed.prescribed, 0) as prescribed,
    coalesce(prescribed.filled, 0) as filled,
    coalesce(balances.expired, 0) as expired,
    coalesce(balances.book, 0) <= 0 as is_stockout
from balances
full join prescribed on prescribed.clues = balances.clues and prescribed.clave = balances.clave
left join key_flows
    on key_flows.clues = coalesce(balances.clues, prescribed.clues)
    and key_flows.clave = coalesce(balances.clave, prescribed.clave)
left join count_reports on count_reports.clues = coalesce(balances.clues, prescribed.clues)
