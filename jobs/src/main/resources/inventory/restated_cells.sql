-- One row per cell of one restated week whose difference is not 0, with the first of its movements. Lists stay in memory:
-- hence a week at a time.
select
    restated_effects.clues,
    restated_effects.clave,
    restated_effects."column",
    sum(restated_effects.quantity) as difference,
    in_order(list(
        struct_pack(
            posting_date := shifted_movements.posting_date, event_date := shifted_movements.event_date,
            kind := shifted_movements.kind, document_no := shifted_movements.document_no,
            line_no := shifted_movements.line_no, lot := shifted_movements.lot, quantity := restated_effects.quantity,
            file := shifted_movements.file, row_no := shifted_movements.row_no
        )
    ) filter (where restated_effects.place <= 20)) as movements,
    count(*) as movement_rows
from restated_effects
inner join restated_week on restated_week.week = restated_effects.week
inner join shifted_movements on shifted_movements.number = restated_effects.number
group by restated_effects.clues, restated_effects.clave, restated_effects."column"
having sum(restated_effects.quantity) <> 0
