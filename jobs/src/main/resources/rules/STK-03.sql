-- Phantom lot: counted > 0 and inbound_to_date = 0; per clues, clave, lot of sites that have opened.
-- While counted is NULL the finding persists with its last numbers: silence resolves nothing.
with compared as (
    select
        stock_balance.clues,
        stock_balance.clave,
        stock_balance.lot,
        0 as expected_quantity,
        stock_balance.counted as actual_quantity
    from stock_balance
    inner join opened_sites on opened_sites.clues = stock_balance.clues
    where stock_balance.counted > 0 and stock_balance.inbound_to_date = 0
),

silent as (
    select
        open_discrepancies.clues,
        open_discrepancies.clave,
        open_discrepancies.lot,
        open_discrepancies.expected_quantity,
        open_discrepancies.actual_quantity
    from open_discrepancies
    left join stock_balance
        on stock_balance.clues = open_discrepancies.clues
        and stock_balance.clave = open_discrepancies.clave
        and stock_balance.lot = open_discrepancies.lot
    left join count_reports on count_reports.clues = open_discrepancies.clues
    where open_discrepancies.rule = 'STK-03'
        and stock_balance.counted is null
        -- A cell that has left the balance is counted as 0 by a complete count that does not list it.
        and not (stock_balance.clues is null and coalesce(count_reports.is_complete, false))
),

final as (
    select * from compared
    union all
    select * from silent
)

select
    clues,
    cast(null as varchar) as counterpart_clues,
    clave,
    lot,
    cast(null as varchar) as document_no,
    expected_quantity,
    actual_quantity
from final
