-- Over-dispensed: a fill posted tonight, and its prescription × clave has dispensed > prescribed, one site; lot NULL.
with filled_tonight as (
    select distinct prescription_no, clave from fills
)

select
    prescriptions.first_clues as clues,
    cast(null as varchar) as counterpart_clues,
    prescriptions.clave,
    cast(null as varchar) as lot,
    prescriptions.prescription_no as document_no,
    prescriptions.prescribed as expected_quantity,
    prescriptions.dispensed as actual_quantity
from prescriptions
inner join filled_tonight
    on filled_tonight.prescription_no = prescriptions.prescription_no
    and filled_tonight.clave = prescriptions.clave
where prescriptions.dispensed > prescriptions.prescribed and prescriptions.sites = 1
