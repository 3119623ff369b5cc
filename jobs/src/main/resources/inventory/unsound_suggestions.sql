-- The first suggestion that takes more than there is, leaves a giver under its band, gives more than is needed, or sends a
-- lot that has to stay.
with given as (
    select giver_clues, clave, sum(quantity) as pieces from transfer_suggestions group by giver_clues, clave
),

given_lots as (
    select giver_clues, clave, lot, sum(quantity) as pieces from transfer_suggestions group by giver_clues, clave, lot
),

taken as (
    select taker_clues, clave, sum(quantity) as pieces from transfer_suggestions group by taker_clues, clave
),

held as (
    select last_stock_balance.clues, last_stock_balance.clave, sum(last_stock_balance.book) as book
    from last_stock_balance
    inner join given on given.giver_clues = last_stock_balance.clues and given.clave = last_stock_balance.clave
    group by last_stock_balance.clues, last_stock_balance.clave
),

lots as (
    select last_stock_balance.clues, last_stock_balance.clave, last_stock_balance.lot, last_stock_balance.book
    from last_stock_balance
    inner join given_lots
        on given_lots.giver_clues = last_stock_balance.clues and given_lots.clave = last_stock_balance.clave
        and given_lots.lot = last_stock_balance.lot
),

recalled as (
    select distinct recalls.clave, recalls.lot
    from recalls
    cross join week
    where recalls.effective_on <= week.week_end
),

judged as (
    select
        transfer_suggestions.taker_clues,
        transfer_suggestions.giver_clues,
        transfer_suggestions.clave,
        transfer_suggestions.lot,
        case
            when transfer_suggestions.quantity <= 0 then 'its quantity is not above 0'
            when giver.state is null or taker.state is null or giver.state <> taker.state
                then 'giver and taker are not of one state'
            when taker.stock_status not in ('OUT', 'LOW') then 'the taker is neither out nor low'
            when giver.stock_status <> 'OVER' then 'the giver is not over its band'
            when not taker.is_authorised then 'the taker is not authorised for the clave'
            when taken.pieces > transfer_suggestions.taker_need then 'the taker is given more than it needs'
            when lots.book is null or given_lots.pieces > lots.book then 'more of the lot is given than there is'
            -- Days of stock that stay, (book - given) * 30.4 / amc, held against the band without dividing.
            when held.book is null
                or (held.book - wide(given.pieces)) * 30400
                < wide(coalesce(giver.max_days, giver.min_days)) * in_thousandths(giver.amc)
                then 'the giver is left under its band'
            -- What it would have with all that is on the road and all that it is given, (book + pieces) * 30.4 / amc, held
            -- against the band without dividing: without the last piece given, it is still under it.
            when taker.amc > 0 and (
                taker.min_days is null
                or (wide(greatest(taker.closing, 0)) + taker.in_transit + taken.pieces - 1) * 30400
                >= wide(taker.min_days) * in_thousandths(taker.amc)
            ) then 'the taker is given more than its band'
            when not coalesce(taker.amc > 0, false)
                and taken.pieces > taker.prescribed - taker.filled - taker.in_transit
                then 'the taker is given more than was prescribed there in vain'
            when transfer_suggestions.expires_on <= days_after(
                week.week_end, coalesce(routes.transit_days, week.transit_days)
            ) then 'the lot expires before it arrives'
            when recalled.lot is not null then 'the lot was recalled'
        end as fault
    from transfer_suggestions
    cross join week
    left join stock_positions as giver
        on giver.clues = transfer_suggestions.giver_clues and giver.clave = transfer_suggestions.clave
    left join stock_positions as taker
        on taker.clues = transfer_suggestions.taker_clues and taker.clave = transfer_suggestions.clave
    left join given
        on given.giver_clues = transfer_suggestions.giver_clues and given.clave = transfer_suggestions.clave
    left join given_lots
        on given_lots.giver_clues = transfer_suggestions.giver_clues
        and given_lots.clave = transfer_suggestions.clave and given_lots.lot = transfer_suggestions.lot
    left join taken
        on taken.taker_clues = transfer_suggestions.taker_clues and taken.clave = transfer_suggestions.clave
    left join held on held.clues = transfer_suggestions.giver_clues and held.clave = transfer_suggestions.clave
    left join lots
        on lots.clues = transfer_suggestions.giver_clues and lots.clave = transfer_suggestions.clave
        and lots.lot = transfer_suggestions.lot
    left join recalled
        on recalled.clave = transfer_suggestions.clave and recalled.lot = transfer_suggestions.lot
    left join routes
        on routes.origin_clues = transfer_suggestions.giver_clues
        and routes.destination_clues = transfer_suggestions.taker_clues
)

select
    'lot ' || lot || ' of clave ' || clave || ' from ' || giver_clues || ' to ' || taker_clues as place,
    fault
from judged
where fault is not null
order by clave, giver_clues, lot, taker_clues
limit 1
