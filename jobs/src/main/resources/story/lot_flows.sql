-- One row per pair of accounts that pieces of the lot went between, patients by prescription: net of reversals, which
-- go the other way, and, with an account outside the network, of what came back.
with asked_movements as (
    select all_movements.*
    from all_movements
    inner join asked on asked.clave = all_movements.clave and asked.lot = all_movements.lot
),

-- Reversed movements turned round again.
directed as (
    select
        case when reversal then to_account else from_account end as from_account,
        case when reversal then to_id else from_id end as from_id,
        case when reversal then from_account else to_account end as to_account,
        case when reversal then from_id else to_id end as to_id,
        case when kind = 'DISPENSATION' then document_no end as prescription_no,
        event_date,
        case when reversal then -quantity else quantity end as quantity
    from asked_movements
),

-- Adjustments and openings as inflows of their site, so that in and out of one reason are one number.
inward as (
    select
        case when is_turned then to_account else from_account end as from_account,
        case when is_turned then to_id else from_id end as from_id,
        case when is_turned then from_account else to_account end as to_account,
        case when is_turned then from_id else to_id end as to_id,
        prescription_no,
        event_date,
        case when is_turned then -quantity else quantity end as quantity
    from (
        select directed.*, to_account in ('ADJUSTMENT', 'OPENING') as is_turned
        from directed
    ) as turned
),

-- Days that were corrected away are not days on which anything went there.
by_day as (
    select
        from_account, from_id, to_account, to_id, prescription_no, event_date,
        sum(quantity) as quantity
    from inward
    group by from_account, from_id, to_account, to_id, prescription_no, event_date
    having sum(quantity) <> 0
)

select
    from_account, from_id, to_account, to_id, prescription_no,
    cast(sum(quantity) as bigint) as pieces,
    min(event_date) as first_on,
    max(event_date) as last_on
from by_day
group by from_account, from_id, to_account, to_id, prescription_no
having sum(quantity) <> 0
order by
    from_account, from_id nulls first, to_account, to_id nulls first, prescription_no nulls first
