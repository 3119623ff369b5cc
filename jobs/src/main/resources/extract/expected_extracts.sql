-- What each site must deliver for each night that is looked at (contract section 1, expected.csv).
with active as (
    select night.business_date, sites.clues, sites.kind
    from sites
    cross join night
    where (sites.active_from is null or sites.active_from <= night.business_date)
        and (sites.active_to is null or sites.active_to >= night.business_date)
),

by_kind as (
    select * from (values
        ('CENTRAL_WAREHOUSE', 'receipts'), ('CENTRAL_WAREHOUSE', 'distributions'),
        ('CENTRAL_WAREHOUSE', 'adjustments'), ('CENTRAL_WAREHOUSE', 'stock'),
        ('STATE_WAREHOUSE', 'receipts'), ('STATE_WAREHOUSE', 'distributions'),
        ('STATE_WAREHOUSE', 'adjustments'), ('STATE_WAREHOUSE', 'stock'),
        ('HOSPITAL', 'receipts'), ('HOSPITAL', 'dispensations'), ('HOSPITAL', 'consumptions'),
        ('HOSPITAL', 'adjustments'), ('HOSPITAL', 'stock'),
        ('HEALTH_CENTRE', 'receipts'), ('HEALTH_CENTRE', 'dispensations'),
        ('HEALTH_CENTRE', 'adjustments'), ('HEALTH_CENTRE', 'stock')
    ) as defaults (kind, extract)
)

select active.business_date, active.clues, expected.extract
from active
inner join expected on expected.clues = active.clues
union
select active.business_date, active.clues, by_kind.extract
from active
inner join by_kind on by_kind.kind = active.kind
where active.clues not in (select clues from expected)
