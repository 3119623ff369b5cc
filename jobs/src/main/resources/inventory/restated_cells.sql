-- One row per cell that movements change by their event date, with these movements: signed so that they sum to the
-- difference. A flow leaves the week that it was posted in for its own; the book is right from its own week on.
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
),

-- Numbers are ranked and not movements: these are many and wide.
ranked as (
    select
        effects.*,
        row_number() over (partition by week, clues, clave, "column" order by number) as place
    from effects
)

select
    ranked.week,
    ranked.clues,
    ranked.clave,
    ranked."column",
    sum(ranked.quantity) as difference,
    in_order(list(
        struct_pack(
            posting_date := shifted_movements.posting_date, event_date := shifted_movements.event_date,
            kind := shifted_movements.kind, document_no := shifted_movements.document_no,
            line_no := shifted_movements.line_no, lot := shifted_movements.lot, quantity := ranked.quantity,
            file := shifted_movements.file, row_no := shifted_movements.row_no
        )
    ) filter (where ranked.place <= 20)) as movements,
    count(*) as movement_rows
from ranked
inner join shifted_movements on shifted_movements.number = ranked.number
group by ranked.week, ranked.clues, ranked.clave, ranked."column"
having sum(ranked.quantity) <> 0
