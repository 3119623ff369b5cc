-- One row per movement of a site whose event and posting lie in different weeks, each by its Monday: the flow that it
-- counts in, how many pieces in that flow's own direction and into the site's book, and its number in a total order.
with dated as (
    select
        known_movements.*,
        week_start_of(event_date) as event_week,
        week_start_of(posting_date) as posting_week
    from known_movements
    where event_date < week_start_of(posting_date) and kind <> 'OPENING'
),

sides as (
    select dated.*, to_id as holder, from_account as other, quantity as pieces from dated where to_account = 'SITE'
    union all
    select dated.*, from_id, to_account, -quantity from dated where from_account = 'SITE'
)

select
    holder as clues,
    clave,
    case
        when kind = 'RECEIPT' and other = 'SUPPLIER' then 'received_supplier'
        when kind = 'RECEIPT' then 'received_transfer'
        when kind = 'DISTRIBUTION' then 'distributed'
        when kind = 'DISPENSATION' then 'dispensed'
        when kind = 'CONSUMPTION' then 'consumed'
        when kind = 'ADJUSTMENT' then 'adjusted'
    end as flow,
    case when kind in ('DISTRIBUTION', 'DISPENSATION', 'CONSUMPTION') then -pieces else pieces end as flow_pieces,
    pieces as book_pieces,
    event_week,
    posting_week,
    posting_date,
    event_date,
    kind,
    document_no,
    line_no,
    lot,
    file,
    row_no,
    row_number() over (
        order by posting_date, event_date, kind, document_no, line_no, lot, file, row_no, reversal, holder, clave, pieces
    ) as number
from sides
