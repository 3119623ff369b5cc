-- Per clave over all sites of the week: what was there, what came, what went, and what the inventory says is there.
select
    clave,
    sum(opening) as opening,
    sum(received_supplier + received_transfer + greatest(adjusted, 0)) as inflow,
    sum(distributed + dispensed + consumed - least(adjusted, 0)) as outflow,
    sum(closing) as book,
    sum(abs(
        opening + received_supplier + received_transfer - distributed - dispensed - consumed + adjusted - closing
    )) as residual
from key_inventory
group by clave
order by clave
