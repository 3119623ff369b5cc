-- Shipments against receipts, one row per origin × shipment × clave × lot, and prescriptions that were filled for more
-- than was prescribed, one row per prescription × clave.
copy (
    with shipped as (
        select
            clues, shipment_no, clave, coalesce(lot, 'NO-LOT') as lot, min(destination_clues) as destination_clues,
            min(shipped_on) as shipped_on, sum(quantity) as quantity
        from distributions
        group by clues, shipment_no, clave, coalesce(lot, 'NO-LOT')
    ),

    received as (
        select
            origin_clues as clues, shipment_no, clave, coalesce(lot, 'NO-LOT') as lot,
            min(clues) as received_clues, sum(quantity) as quantity
        from receipts
        where source = 'TRANSFER'
        group by origin_clues, shipment_no, clave, coalesce(lot, 'NO-LOT')
    ),

    sides as (
        select clues, document_no, clave, lot, counterpart_clues, shipped_on, expected_quantity, actual_quantity
        from last_shipments
        union all
        select clues, shipment_no, clave, lot, destination_clues, shipped_on, quantity, 0 from shipped
        union all
        select clues, shipment_no, clave, lot, received_clues, null, 0, quantity from received
    ),

    shipments as (
        select
            'SHIPMENT' as kind, clues, document_no, clave, lot, min(counterpart_clues) as counterpart_clues,
            min(shipped_on) as shipped_on, sum(expected_quantity) as expected_quantity,
            sum(actual_quantity) as actual_quantity
        from sides
        group by clues, document_no, clave, lot
    ),

    prescriptions as (
        select
            'PRESCRIPTION' as kind, max(clues) as clues, prescription_no as document_no, clave, null as lot,
            min(clues) as counterpart_clues, null as shipped_on, max(prescribed_quantity) as expected_quantity,
            sum(dispensed_quantity) as actual_quantity
        from dispensations
        group by prescription_no, clave
        having sum(dispensed_quantity) > max(prescribed_quantity)
    ),

    final as (
        select * from shipments
        union all
        select * from prescriptions
    )

    select
        kind, clues, counterpart_clues, clave, lot, document_no, shipped_on,
        cast(expected_quantity as bigint) as expected_quantity, cast(actual_quantity as bigint) as actual_quantity
    from final
    order by kind, clues, document_no, clave, lot
) to '{out}/matches.parquet' (format parquet, compression zstd);
