-- One row per cell of a published week whose value by event date differs from what its last revision says.
select
    week.week,
    week.revision,
    known.known_on,
    restated_cells.week as restated_week,
    restated_weeks.revision as restated_revision,
    restated_cells.clues,
    restated_cells.clave,
    restated_cells."column",
    coalesce(published_cells.published, 0) as published,
    coalesce(published_cells.published, 0) + restated_cells.difference as restated,
    restated_cells.difference,
    restated_cells.movements,
    restated_cells.movement_rows
from restated_cells
cross join week
cross join known
inner join restated_weeks on restated_weeks.week = restated_cells.week
-- A site and clave without a row had nothing and moved nothing.
left join published_cells
    on published_cells.week = restated_cells.week and published_cells.clues = restated_cells.clues
    and published_cells.clave = restated_cells.clave and published_cells."column" = restated_cells."column"
