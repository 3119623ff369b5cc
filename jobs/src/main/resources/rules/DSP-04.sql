-- Dispensed twice: a fill posted tonight, and its prescription × clave has dispensed > prescribed, two or more sites; lot
-- NULL. clues = site of tonight's last fill (dispensed_on, then clues); counterpart = the first site that filled, or, if
-- that is the same, the next one. The condition on sites leaves out what DSP-03 has.
with last_fills as (
    select
        prescription_no, clave,
        max(struct_pack(event_on := event_on, clues := clues)).clues as clues
    from fills
    group by prescription_no, clave
),

over as (
    select
        prescriptions.prescription_no, prescriptions.clave, prescriptions.prescribed, prescriptions.dispensed,
        prescriptions.first_clues, last_fills.clues
    from prescriptions
    inner join last_fills
        on last_fills.prescription_no = prescriptions.prescription_no and last_fills.clave = prescriptions.clave
    where prescriptions.dispensed > prescriptions.prescribed and prescriptions.sites >= 2
),

first_again as (
    select distinct prescription_no from over where clues = first_clues
),

versions as (
    select
        known_lines.document_no as prescription_no, known_lines.clave, known_lines.clues,
        known_lines.event_on, known_lines.quantity, known_lines.cancelled,
        row_number() over (
            partition by
                known_lines.clues, known_lines.document_no, known_lines.line_no, known_lines.key_on
            order by known_lines.posting_date desc, known_lines.taken desc, known_lines.row_no desc
        ) as recency
    from known_lines
    inner join first_again on first_again.prescription_no = known_lines.document_no
    where known_lines.extract = 'dispensations'
),

other_sites as (
    select
        over.prescription_no, over.clave,
        min(struct_pack(event_on := versions.event_on, clues := versions.clues)).clues as clues
    from over
    inner join versions
        on versions.prescription_no = over.prescription_no and versions.clave = over.clave
    where versions.recency = 1 and not versions.cancelled and versions.quantity > 0
        and versions.clues <> over.first_clues
    group by over.prescription_no, over.clave
)

select
    over.clues,
    case when over.clues = over.first_clues then other_sites.clues else over.first_clues end as counterpart_clues,
    over.clave,
    cast(null as varchar) as lot,
    over.prescription_no as document_no,
    over.prescribed as expected_quantity,
    over.dispensed as actual_quantity
from over
left join other_sites
    on other_sites.prescription_no = over.prescription_no and other_sites.clave = over.clave
