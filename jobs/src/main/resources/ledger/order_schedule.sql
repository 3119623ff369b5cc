-- One row per examined order × clave: what its order lines in force say, by the day that it is due.
with entries as (
    select document_id as order_no, clave, due_on, sum(quantity) as quantity
    from document_lines
    where document = 'order' and extract = 'orders' and stands_now
    group by document_id, clave, due_on
)

select
    order_no, clave,
    list(struct_pack(due_on := due_on, quantity := cast(quantity as bigint)) order by due_on) as schedule,
    sum(quantity) as ordered
from entries
group by order_no, clave
