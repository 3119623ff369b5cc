-- One row per cell that movements change by their event date, with these movements: signed so that they sum to the
-- difference. A flow leaves the week that it was posted in for its own; the book is right from its own week on.
with effects as (
    select restated_weeks.week, shifted_movements.*, shifted_movements.flow as "column", flow_pieces as quantity
    from shifted_movements
    inner join restated_weeks on restated_weeks.week_start = shifted_movements.event_week
    union all
    select restated_weeks.week, shifted_movements.*, shifted_movements.flow, -flow_pieces
    from shifted_movements
    inner join restated_weeks on restated_weeks.week_start = shifted_movements.posting_week
    union all
    select restated_weeks.week, shifted_movements.*, 'opening', book_pieces
    from shifted_movements
    inner join restated_weeks
        on restated_weeks.week_start > shifted_movements.event_week
        and restated_weeks.week_start <= shifted_movements.posting_week
    union all
    select restated_weeks.week, shifted_movements.*, 'closing', book_pieces
    from shifted_movements
    inner join restated_weeks
        on restated_weeks.week_start >= shifted_movements.event_week
        and restated_weeks.week_start < shifted_movements.posting_week
),

ranked as (
    select
        effects.*,
        row_number() over (
            partition by week, clues, clave, "column"
            order by posting_date, event_date, document_no, line_no, lot, file, row_no, quantity
        ) as place
    from effects
)

select
    week,
    clues,
    clave,
    "column",
    sum(quantity) as difference,
    list(
        struct_pack(
            posting_date := posting_date, event_date := event_date, kind := kind, document_no := document_no,
            line_no := line_no, lot := lot, quantity := quantity, file := file, row_no := row_no
        ) order by place
    ) filter (where place <= 20) as movements,
    count(*) as movement_rows
from ranked
group by week, clues, clave, "column"
having sum(quantity) <> 0
