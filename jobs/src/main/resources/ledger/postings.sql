-- Tonight's line versions, each with the version before it: what is posted, and what is taken back.
with versions as (
    select previous_lines.*, true as is_revised, true as is_previous from previous_lines
    union all
    select matched_lines.*, false from matched_lines where is_revised
),

sequenced as (
    select
        versions.*,
        lag(struct_pack(
            event_on := event_on, clave := clave, lot := lot, expires_on := expires_on, quantity := quantity,
            cancelled := cancelled, counterpart_clues := counterpart_clues, shipment_no := shipment_no,
            source := source, reason := reason
        )) over (
            partition by extract, clues, document_no, line_no, key_on
            order by is_previous desc, taken, row_no
        ) as before
    from versions
    where extract <> 'orders'
),

posted as (
    select
        extract, clues, document_no, line_no, event_on, clave, lot, expires_on, quantity, counterpart_clues,
        shipment_no, source, reason, false as reversal, file, row_no
    from sequenced
    where not is_previous and not cancelled
    union all
    select
        extract, clues, document_no, line_no, event_on, clave, lot, expires_on, quantity, counterpart_clues,
        shipment_no, source, reason, false, file, row_no
    from matched_lines
    where not is_revised and extract <> 'orders' and not cancelled
),

taken_back as (
    select
        extract, clues, document_no, line_no, before.event_on as event_on, before.clave as clave, before.lot as lot,
        before.expires_on as expires_on, before.quantity as quantity,
        before.counterpart_clues as counterpart_clues, before.shipment_no as shipment_no,
        before.source as source, before.reason as reason, true as reversal, file, row_no
    from sequenced
    where not is_previous and before is not null and not before.cancelled
)

select * from posted where quantity <> 0
union all
select * from taken_back where quantity <> 0
