-- What differs between SQL engines, under names of our own.
create or replace macro days_between(later, earlier) as later - earlier;
create or replace macro days_after(day, days) as cast(day + cast(days as integer) as date);
create or replace macro week_start_of(day) as cast(date_trunc('week', day) as date);
-- A list by its items' own order; faster than a list that is gathered in order.
create or replace macro in_order(items) as list_sort(items);
create or replace macro identity_of(rule, clues, counterpart_clues, clave, lot, document_no) as
    substr(sha256(
        rule || '|' || coalesce(clues, '') || '|' || coalesce(counterpart_clues, '') || '|' || coalesce(clave, '')
        || '|' || coalesce(lot, '') || '|' || coalesce(document_no, '')
    ), 1, 16);
-- Whether a discrepancy of this status is listed for the last time: it no longer holds, or another rule lists it now.
create or replace macro has_ended(status) as status in ('RESOLVED', 'SUPERSEDED');
-- The document that a line belongs to (contract section 2): its kind and its number; a clave makes it one document.
create or replace macro document_kind(extract_name, source, order_no) as
    case
        when extract_name = 'distributions' then 'shipment'
        when extract_name = 'receipts' and source = 'TRANSFER' then 'shipment'
        when extract_name = 'receipts' and order_no is not null then 'order'
        when extract_name = 'orders' then 'order'
        when extract_name = 'dispensations' then 'prescription'
    end;
create or replace macro document_id(extract_name, source, clues, counterpart_clues, shipment_no, order_no, document_no) as
    case
        when extract_name = 'distributions' then clues || '/' || shipment_no
        when extract_name = 'receipts' and source = 'TRANSFER' then counterpart_clues || '/' || shipment_no
        when extract_name in ('receipts', 'orders') then order_no
        when extract_name = 'dispensations' then document_no
    end;
-- What StagedRows marked, as it was. The mark itself is put back last.
create or replace macro unstaged(cell) as
    case
        when contains(cell, chr(1))
        then replace(replace(replace(replace(replace(
            cell,
            chr(1) || 't', chr(9)), chr(1) || 'n', chr(10)), chr(1) || 'r', chr(13)), chr(1) || '0', chr(0)),
            chr(1) || '1', chr(1))
        else cell
    end;
-- A whole number that may be multiplied: a product of pieces may be beyond BIGINT, though no sum of them is.
create or replace macro wide(whole) as cast(whole as hugeint);
-- Pieces that are reckoned from a rate, which may be more than there can ever be: no more than BIGINT holds.
create or replace macro most_pieces(whole) as cast(least(wide(whole), wide(9223372036854775807)) as bigint);
-- A ratio of whole numbers (denominator > 0), rounded half up, away from 0.
create or replace macro ratio_half_up(numerator, denominator) as
    sign(numerator) * ((2 * abs(numerator) + denominator) // (2 * denominator));
-- A ratio of whole numbers (numerator >= 0, denominator > 0), rounded up.
create or replace macro ratio_up(numerator, denominator) as (numerator + denominator - 1) // denominator;
create or replace macro thousandths(whole) as cast(whole as decimal(30, 0)) * cast(0.001 as decimal(3, 3));
create or replace macro in_thousandths(amount) as cast(amount * 1000 as hugeint);
create or replace macro hundredths(whole) as cast(whole as decimal(30, 0)) * cast(0.01 as decimal(2, 2));
create or replace macro ten_thousandths(whole) as cast(whole as decimal(34, 0)) * cast(0.0001 as decimal(4, 4));
-- Days that a stock lasts, to 2 decimals; NULL where nothing is used.
create or replace macro days_of_stock(closing, amc) as
    case when amc > 0 then hundredths(ratio_half_up(wide(closing) * 3040000, in_thousandths(amc))) end;
-- Whether what a site of this kind hands on is used up elsewhere; a site of no known kind uses up what it has.
create or replace macro is_warehouse(kind) as coalesce(kind in ('CENTRAL_WAREHOUSE', 'STATE_WAREHOUSE'), false);
-- An amount of money as a whole number, to be divided; NULL beyond what a whole number can be.
create or replace macro in_ten_thousandths(amount) as try_cast(amount * 10000 as hugeint);
