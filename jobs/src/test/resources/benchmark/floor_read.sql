-- A night's extracts as they stand, typed; what cannot be read is left out. {files} is the night's folder.
create temp table receipts as
select * from read_csv(
    '{files}/receipts_*.csv', header = true, auto_detect = false, delim = ',', quote = '"', ignore_errors = true,
    columns = {
        'receipt_no': 'VARCHAR', 'line_no': 'BIGINT', 'clues': 'VARCHAR', 'received_on': 'DATE', 'source': 'VARCHAR',
        'origin_clues': 'VARCHAR', 'shipment_no': 'VARCHAR', 'order_no': 'VARCHAR', 'clave': 'VARCHAR',
        'lot': 'VARCHAR', 'expires_on': 'DATE', 'quantity': 'BIGINT'
    }
);

create temp table distributions as
select * from read_csv(
    '{files}/distributions_*.csv', header = true, auto_detect = false, delim = ',', quote = '"', ignore_errors = true,
    columns = {
        'shipment_no': 'VARCHAR', 'line_no': 'BIGINT', 'clues': 'VARCHAR', 'destination_clues': 'VARCHAR',
        'shipped_on': 'DATE', 'clave': 'VARCHAR', 'lot': 'VARCHAR', 'expires_on': 'DATE', 'quantity': 'BIGINT',
        'requested_quantity': 'BIGINT'
    }
);

create temp table dispensations as
select * from read_csv(
    '{files}/dispensations_*.csv', header = true, auto_detect = false, delim = ',', quote = '"', ignore_errors = true,
    columns = {
        'prescription_no': 'VARCHAR', 'line_no': 'BIGINT', 'clues': 'VARCHAR', 'prescribed_on': 'DATE',
        'dispensed_on': 'DATE', 'clave': 'VARCHAR', 'lot': 'VARCHAR', 'prescribed_quantity': 'BIGINT',
        'dispensed_quantity': 'BIGINT'
    }
);

create temp table consumptions as
select * from read_csv(
    '{files}/consumptions_*.csv', header = true, auto_detect = false, delim = ',', quote = '"', ignore_errors = true,
    columns = {
        'document_no': 'VARCHAR', 'line_no': 'BIGINT', 'clues': 'VARCHAR', 'consumed_on': 'DATE',
        'service': 'VARCHAR', 'clave': 'VARCHAR', 'lot': 'VARCHAR', 'quantity': 'BIGINT'
    }
);

create temp table adjustments as
select * from read_csv(
    '{files}/adjustments_*.csv', header = true, auto_detect = false, delim = ',', quote = '"', ignore_errors = true,
    columns = {
        'document_no': 'VARCHAR', 'line_no': 'BIGINT', 'clues': 'VARCHAR', 'adjusted_on': 'DATE', 'reason': 'VARCHAR',
        'clave': 'VARCHAR', 'lot': 'VARCHAR', 'expires_on': 'DATE', 'quantity': 'BIGINT'
    }
);

create temp table stock as
select * from read_csv(
    '{files}/stock_*.csv', header = true, auto_detect = false, delim = ',', quote = '"', ignore_errors = true,
    columns = {
        'clues': 'VARCHAR', 'counted_on': 'DATE', 'clave': 'VARCHAR', 'lot': 'VARCHAR', 'expires_on': 'DATE',
        'quantity': 'BIGINT'
    }
);

create temp table orders as
select * from read_csv(
    '{files}/orders_*.csv', header = true, auto_detect = false, delim = ',', quote = '"', ignore_errors = true,
    columns = {
        'order_no': 'VARCHAR', 'line_no': 'BIGINT', 'contract_no': 'VARCHAR', 'supplier': 'VARCHAR',
        'destination_clues': 'VARCHAR', 'ordered_on': 'DATE', 'due_on': 'DATE', 'clave': 'VARCHAR',
        'quantity': 'BIGINT'
    }
);
