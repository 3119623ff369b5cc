-- Per clave over all sites: what was there, what came, what went, and what the balances say is there.
with before as (
    select clave, sum(book) as pieces from last_stock_balance group by clave
),

flows as (
    select
        clave,
        sum(case when to_account = 'SITE' and kind = 'OPENING' then quantity else 0 end)
            - sum(case when from_account = 'SITE' and kind = 'OPENING' then quantity else 0 end) as opened,
        sum(case when to_account = 'SITE' and kind <> 'OPENING' then quantity else 0 end) as inflow,
        sum(case when from_account = 'SITE' and kind <> 'OPENING' then quantity else 0 end) as outflow
    from movements
    group by clave
),

after as (
    select clave, sum(book) as pieces from stock_balance group by clave
),

named as (
    select clave from before
    union
    select clave from flows
    union
    select clave from after
)

select
    named.clave,
    coalesce(before.pieces, 0) + coalesce(flows.opened, 0) as opening,
    coalesce(flows.inflow, 0) as inflow,
    coalesce(flows.outflow, 0) as outflow,
    coalesce(after.pieces, 0) as book,
    coalesce(before.pieces, 0) + coalesce(flows.opened, 0) + coalesce(flows.inflow, 0) - coalesce(flows.outflow, 0)
        - coalesce(after.pieces, 0) as residual
from named
left join before on before.clave = named.clave
left join flows on flows.clave = named.clave
left join after on after.clave = named.clave
order by named.clave
