-- Lot overdrawn: over the nation, per clave, lot (not NO-LOT), clues NULL, over sites that have opened: held - (book + in
-- transit) > the tolerance at each site that ever counted it. Held: book + last_variance, where never counted the book, at
-- least 0. In transit: what its shipments have sent beyond what came, SUBSTITUTED apart.
with held as (
    select
        stock_balance.clave,
        stock_balance.lot,
        sum(stock_balance.book) as book,
        sum(case
            when stock_balance.last_counted_on is null then greatest(stock_balance.book, 0)
            else stock_balance.book + stock_balance.last_variance
        end) as held,
        count(stock_balance.last_counted_on) as sites_counted
    from stock_balance
    inner join opened_sites on opened_sites.clues = stock_balance.clues
    where stock_balance.lot <> 'NO-LOT'
    group by stock_balance.clave, stock_balance.lot
),

in_transit as (
    select clave, lot, sum(shipped - received) as pieces
    from shipments
    where status <> 'SUBSTITUTED' and shipped > received
    group by clave, lot
),

final as (
    select
        held.clave,
        held.lot,
        held.book + coalesce(in_transit.pieces, 0) as recorded,
        held.held,
        held.sites_counted * coalesce(catalogue.tolerance, 0) as tolerance
    from held
    left join in_transit on in_transit.clave = held.clave and in_transit.lot = held.lot
    left join catalogue on catalogue.clave = held.clave
)

select
    cast(null as varchar) as clues,
    cast(null as varchar) as counterpart_clues,
    clave,
    lot,
    cast(null as varchar) as document_no,
    recorded as expected_quantity,
    held as actual_quantity
from final
where held - recorded > tolerance
