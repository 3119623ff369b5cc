-- What makes an opening site's balance at the close of tonight equal its count, lot by lot, whatever was posted before.
with counted as (
    select counts.clues, counts.clave, counts.lot, counts.expires_on, counts.quantity, counts.file, counts.row_no
    from counts
    cross join night
    where counts.business_date = night.business_date
),

posted as (
    select clues, clave, lot, book as pieces from last_stock_balance
    union all
    select to_id, clave, lot, quantity from line_movements where to_account = 'SITE'
    union all
    select from_id, clave, lot, -quantity from line_movements where from_account = 'SITE'
),

booked as (
    select posted.clues, posted.clave, posted.lot, sum(posted.pieces) as pieces
    from posted
    inner join opening_sites on opening_sites.clues = posted.clues
    group by posted.clues, posted.clave, posted.lot
),

cells as (
    select clues, clave, lot from booked
    union
    select counted.clues, counted.clave, counted.lot
    from counted
    inner join opening_sites on opening_sites.clues = counted.clues
),

differences as (
    select
        cells.clues, cells.clave, cells.lot, counted.expires_on,
        coalesce(counted.quantity, 0) - coalesce(booked.pieces, 0) as pieces,
        coalesce(counted.file, opening_sites.file) as file,
        counted.row_no
    from cells
    inner join opening_sites on opening_sites.clues = cells.clues
    left join booked
        on booked.clues = cells.clues and booked.clave = cells.clave and booked.lot = cells.lot
    left join counted
        on counted.clues = cells.clues and counted.clave = cells.clave and counted.lot = cells.lot
    -- What an incomplete count does not list is not known, so it is not made 0.
    where counted.clues is not null or opening_sites.is_complete
)

select
    night.business_date as posting_date,
    night.business_date as event_date,
    'OPENING' as kind,
    case when differences.pieces > 0 then 'OPENING' else 'SITE' end as from_account,
    case when differences.pieces > 0 then null else differences.clues end as from_id,
    case when differences.pieces > 0 then 'SITE' else 'OPENING' end as to_account,
    case when differences.pieces > 0 then differences.clues else null end as to_id,
    differences.clave,
    differences.lot,
    differences.expires_on,
    abs(differences.pieces) as quantity,
    false as reversal,
    'stock' as extract,
    differences.clues,
    cast(null as varchar) as document_no,
    cast(null as bigint) as line_no,
    differences.file,
    differences.row_no
from differences
cross join night
where differences.pieces <> 0
