-- The programmes that a week's inventory names.
select distinct upper(programme) as programme
from key_inventory
where programme is not null
order by programme
