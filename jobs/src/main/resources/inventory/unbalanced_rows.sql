-- The first row on which opening and flows do not make the closing.
with weighed as (
    select
        clues,
        clave,
        opening + received_supplier + received_transfer - distributed - dispensed - consumed + adjusted as made,
        closing
    from key_inventory
)

select
    'site ' || clues || ', clave ' || clave as place,
    'opening and flows make ' || made || ', the closing is ' || closing as fault
from weighed
where made <> closing
order by clues, clave
limit 1
