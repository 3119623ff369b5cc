-- One row per way by which pieces came to a site's lot or left it, until the night: pieces, inward ones positive.
with moved as (
    select
        all_movements.kind,
        case
            when all_movements.kind = 'ADJUSTMENT' and all_movements.from_account = 'ADJUSTMENT'
            then all_movements.from_id
            when all_movements.kind = 'ADJUSTMENT' then all_movements.to_id
            when all_movements.kind = 'RECEIPT' and 'SUPPLIER' in (all_movements.from_account, all_movements.to_account)
            then 'SUPPLIER'
            when all_movements.kind = 'RECEIPT' then 'TRANSFER'
        end as detail,
        case when all_movements.to_account = 'SITE' then all_movements.quantity else -all_movements.quantity end
            as quantity
    from all_movements
    inner join asked
        on asked.clues = all_movements.clues and asked.clave = all_movements.clave and asked.lot = all_movements.lot
    where all_movements.posting_date <= asked.business_date
)

select kind, detail, cast(sum(quantity) as bigint) as pieces
from moved
group by kind, detail
having sum(quantity) <> 0
order by
    case kind
        when 'OPENING' then 1
        when 'RECEIPT' then 2
        when 'DISTRIBUTION' then 3
        when 'DISPENSATION' then 4
        when 'CONSUMPTION' then 5
        else 6
    end,
    detail nulls first
