-- One row per prescription × clave that prescriptions lists tonight and that is not known: listed on none of the window's
-- nights. It counts at the site of its first line.
with posted as (
    select
        prescription_sums.prescription_no,
        prescription_sums.clave,
        prescription_sums.first_by_name,
        prescription_sums.last_by_name,
        prescription_sums.prescribed,
        least(prescription_sums.dispensed, prescription_sums.prescribed) as filled
    from prescription_sums
    anti join earlier_prescriptions
        on earlier_prescriptions.prescription_no = prescription_sums.prescription_no
        and earlier_prescriptions.clave = prescription_sums.clave
),

-- Hardly any are entered at several sites in one night: only these have their lines compared.
at_several_sites as (
    select
        posted.prescription_no, posted.clave,
        min(struct_pack(event_on := document_lines.event_on, site := document_lines.clues)).site as clues
    from document_lines
    inner join posted
        on posted.prescription_no = document_lines.document_id and posted.clave = document_lines.clave
    where document_lines.document = 'prescription' and document_lines.stands_now
        and posted.first_by_name <> posted.last_by_name
    group by posted.prescription_no, posted.clave
)

select
    posted.prescription_no,
    posted.clave,
    coalesce(at_several_sites.clues, posted.first_by_name) as clues,
    posted.prescribed,
    posted.filled
from posted
left join at_several_sites
    on at_several_sites.prescription_no = posted.prescription_no and at_several_sites.clave = posted.clave
