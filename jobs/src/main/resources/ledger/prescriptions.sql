-- One row per prescription_no × clave that is named tonight (contract section 5, prescriptions).
with
-- Hardly any are filled at several sites: only these have their lines compared.
at_several_sites as (
    select
        document_lines.document_id as prescription_no, document_lines.clave,
        count(distinct document_lines.clues) as sites,
        min(struct_pack(event_on := document_lines.event_on, site := document_lines.clues)).site as first_clues
    from document_lines
    inner join prescription_sums
        on prescription_sums.prescription_no = document_lines.document_id
        and prescription_sums.clave = document_lines.clave
    where document_lines.document = 'prescription' and document_lines.stands_now and document_lines.quantity > 0
        and prescription_sums.first_filler_by_name <> prescription_sums.last_filler_by_name
    group by document_lines.document_id, document_lines.clave
)

select
    prescription_sums.prescription_no,
    prescription_sums.clave,
    prescription_sums.prescribed,
    prescription_sums.dispensed,
    coalesce(
        at_several_sites.sites, case when prescription_sums.first_filler_by_name is null then 0 else 1 end
    ) as sites,
    coalesce(at_several_sites.first_clues, prescription_sums.first_filler_by_name) as first_clues,
    prescription_sums.first_filled_on,
    prescription_sums.last_filled_on,
    prescription_sums.last_line_on
from prescription_sums
left join at_several_sites
    on at_several_sites.prescription_no = prescription_sums.prescription_no
    and at_several_sites.clave = prescription_sums.clave
