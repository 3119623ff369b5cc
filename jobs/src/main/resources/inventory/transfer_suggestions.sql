-- One row per lot that is to go from a giver to a taker; days of stock after all that both of them give and get.
with taken as (
    select taker, sum(quantity) as pieces from grants group by taker
),

given as (
    select giver_lots.clues, giver_lots.clave, sum(grants.quantity) as pieces
    from grants
    inner join giver_lots on giver_lots.giver_lot = grants.giver_lot
    group by giver_lots.clues, giver_lots.clave
),

granted as (
    select
        takers.market,
        takers.clave,
        takers.clues as taker_clues,
        takers.stock_status as taker_status,
        takers.closing as taker_closing,
        most_pieces(takers.need) as taker_need,
        takers.closing + taken.pieces as taker_closing_after,
        takers.amc as taker_amc,
        givers.clues as giver_clues,
        givers.closing as giver_closing,
        givers.surplus as giver_surplus,
        givers.closing - given.pieces as giver_closing_after,
        givers.amc as giver_amc,
        giver_lots.lot,
        giver_lots.expires_on,
        grants.quantity
    from grants
    inner join takers on takers.taker = grants.taker
    inner join taken on taken.taker = grants.taker
    inner join giver_lots on giver_lots.giver_lot = grants.giver_lot
    inner join givers on givers.clues = giver_lots.clues and givers.clave = giver_lots.clave
    inner join given on given.clues = giver_lots.clues and given.clave = giver_lots.clave
)

select
    week.week,
    week.week_end,
    week.revision,
    granted.*,
    markets.state,
    catalogue.description,
    catalogue.programme,
    taking_sites.name as taker_name,
    giving_sites.name as giver_name,
    days_of_stock(granted.taker_closing, granted.taker_amc) as taker_days_before,
    days_of_stock(granted.taker_closing_after, granted.taker_amc) as taker_days_after,
    days_of_stock(granted.giver_closing, granted.giver_amc) as giver_days_before,
    days_of_stock(granted.giver_closing_after, granted.giver_amc) as giver_days_after,
    cast(granted.quantity as decimal(24, 0)) * catalogue.unit_price as value
from granted
cross join week
inner join markets on markets.market = granted.market
left join catalogue on catalogue.clave = granted.clave
left join sites as taking_sites on taking_sites.clues = granted.taker_clues
left join sites as giving_sites on giving_sites.clues = granted.giver_clues
