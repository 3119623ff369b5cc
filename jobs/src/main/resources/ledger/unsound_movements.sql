-- Movements that do not take pieces from one account and give them to another.
select coalesce(file, '') || ' row ' || coalesce(cast(row_no as varchar), '?') as movement
from movements
where quantity is null or quantity <= 0
    or from_account is null or to_account is null
    or (from_account = 'SITE') = (to_account = 'SITE')
order by movement
limit 1
