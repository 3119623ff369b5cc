-- One row per restated week, cell and movement that changes it by its event date: signed so that a cell's sum to its
-- difference, and in what place of its list the movement stands. A flow leaves the week that it was posted in for its own;
-- the book is right from its own week on. Movements are named by their numbers: they are wide, and these rows are many.
with effects as (
    select restated_weeks.week, number, clues, clave, flow as "column", flow_pieces as quantity
    from shifted_movements
    inner join restated_weeks on restated_weeks.week_start = shifted_movements.event_week
    union all
    select restated_weeks.week, number, clues, clave, flow, -flow_pieces
    from shifted_movements
    inner join restated_weeks on restated_weeks.week_start = shifted_movements.posting_week
    union all
    select restated_weeks.week, number, clues, clave, 'opening', book_pieces
    from shifted_movements
    inner join restated_weeks
        on restated_weeks.week_start > shifted_movements.event_week
        and restated_weeks.week_start <= shifted_movements.posting_week
    union all
    select restated_weeks.week, number, clues, clave, 'closing', book_pieces
    from shifted_movements
    inner join restated_weeks
        on restated_weeks.week_start >= shifted_movements.event_week
        and restated_weeks.week_start < shifted_movements.posting_week
)

select
    effects.*,
    row_number() over (partition by week, clues, clave, "column" order by number) as place
from effects
