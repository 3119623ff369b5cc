-- One row per origin × shipment × clave × lot of the shipments that are named tonight: what their lines say now, and said
-- before tonight.
with sides as (
    select
        document_lines.*,
        extract = 'distributions' as is_sent,
        struct_pack(
            event_on := event_on,
            site := case when extract = 'distributions' then counterpart_clues else clues end
        ) as day_and_site
    from document_lines
    where document = 'shipment'
)

select
    substr(document_id, 1, 11) as origin_clues,
    substr(document_id, 13) as shipment_no,
    clave,
    lot,
    sum(case when is_sent and stands_now then quantity else 0 end) as shipped,
    sum(case when not is_sent and stands_now then quantity else 0 end) as received,
    min(case when is_sent and stands_now then day_and_site end) as first_sent,
    min(case when not is_sent and stands_now then day_and_site end) as first_received,
    sum(case when is_sent and stood_before then quantity else 0 end) as shipped_before,
    sum(case when not is_sent and stood_before then quantity else 0 end) as received_before,
    min(case when is_sent and stood_before then event_on end) as shipped_on_before,
    min(case when not is_sent and stood_before then event_on end) as first_received_on_before
from sides
group by document_id, clave, lot
