-- Contract section 5, ledger: every posting takes pieces from one account and gives them to another.
with accounts as (
    select
        postings.*,
        case extract
            when 'receipts' then 'RECEIPT'
            when 'distributions' then 'DISTRIBUTION'
            when 'dispensations' then 'DISPENSATION'
            when 'consumptions' then 'CONSUMPTION'
            when 'adjustments' then 'ADJUSTMENT'
        end as kind,
        case
            when extract = 'receipts' and source = 'SUPPLIER' then 'SUPPLIER'
            when extract = 'receipts' then 'TRANSIT'
            when extract = 'distributions' then 'TRANSIT'
            when extract = 'dispensations' then 'PATIENT'
            when extract = 'consumptions' then 'WARD'
            when extract = 'adjustments' then 'ADJUSTMENT'
        end as other_account,
        case
            when extract = 'receipts' and source = 'TRANSFER' then counterpart_clues || '/' || shipment_no
            when extract = 'distributions' then clues || '/' || shipment_no
            when extract = 'adjustments' then reason
        end as other_id,
        -- Into the site's account, or out of it; a reversal goes the other way.
        (extract = 'receipts' or (extract = 'adjustments' and quantity > 0)) <> reversal as is_inward
    from postings
)

select
    night.business_date as posting_date,
    accounts.event_on as event_date,
    accounts.kind,
    case when accounts.is_inward then accounts.other_account else 'SITE' end as from_account,
    case when accounts.is_inward then accounts.other_id else accounts.clues end as from_id,
    case when accounts.is_inward then 'SITE' else accounts.other_account end as to_account,
    case when accounts.is_inward then accounts.clues else accounts.other_id end as to_id,
    accounts.clave,
    accounts.lot,
    accounts.expires_on,
    abs(accounts.quantity) as quantity,
    accounts.reversal,
    accounts.extract,
    accounts.clues,
    accounts.document_no,
    accounts.line_no,
    accounts.file,
    accounts.row_no
from accounts
cross join night
