-- One row per line posted tonight that gave a patient something and still stands: the last version of each.
with ranked as (
    select
        lines.*,
        row_number() over (
            partition by clues, document_no, line_no, key_on order by taken desc, row_no desc
        ) as recency
    from lines
    where extract = 'dispensations'
)

select clues, document_no as prescription_no, clave, lot, event_on, quantity
from ranked
where recency = 1 and not cancelled and quantity > 0
