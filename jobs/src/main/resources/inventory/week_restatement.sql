-- One row per cell of one restated week whose value by event date differs from what its last revision says.
with published_cells as (
    select published_inventory.*
    from published_inventory
    inner join restated_week on restated_week.week = published_inventory.week
),

compared as (
    select
        restated_cells.*,
        -- A site and clave without a row had nothing and moved nothing.
        coalesce(
            case restated_cells."column"
                when 'opening' then published_cells.opening
                when 'received_supplier' then published_cells.received_supplier
                when 'received_transfer' then published_cells.received_transfer
                when 'distributed' then published_cells.distributed
                when 'dispensed' then published_cells.dispensed
                when 'consumed' then published_cells.consumed
                when 'adjusted' then published_cells.adjusted
                when 'closing' then published_cells.closing
            end,
            0
        ) as published
    from restated_cells
    left join published_cells
        on published_cells.clues = restated_cells.clues and published_cells.clave = restated_cells.clave
)

select
    week.week,
    week.revision,
    known.known_on,
    restated_week.week as restated_week,
    restated_week.revision as restated_revision,
    compared.*,
    compared.published + compared.difference as restated
from compared
cross join week
cross join known
cross join restated_week
