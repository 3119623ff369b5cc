-- One row per restated cell: what its week's last revision says.
select
    restated_cells.week,
    restated_cells.clues,
    restated_cells.clave,
    restated_cells."column",
    case restated_cells."column"
        when 'opening' then published_inventory.opening
        when 'received_supplier' then published_inventory.received_supplier
        when 'received_transfer' then published_inventory.received_transfer
        when 'distributed' then published_inventory.distributed
        when 'dispensed' then published_inventory.dispensed
        when 'consumed' then published_inventory.consumed
        when 'adjusted' then published_inventory.adjusted
        when 'closing' then published_inventory.closing
    end as published
from restated_cells
inner join published_inventory
    on published_inventory.week = restated_cells.week
    and published_inventory.clues = restated_cells.clues and published_inventory.clave = restated_cells.clave
