-- What differs between SQL engines, under names of our own.
create or replace macro days_between(later, earlier) as later - earlier;
create or replace macro days_after(day, days) as cast(day + cast(days as integer) as date);
create or replace macro week_start_of(day) as cast(date_trunc('week', day) as date);
create or replace macro identity_of(rule, clues, counterpart_clues, clave, lot, document_no) as
    substr(sha256(
        rule || '|' || coalesce(clues, '') || '|' || coalesce(counterpart_clues, '') || '|' || coalesce(clave, '')
        || '|' || coalesce(lot, '') || '|' || coalesce(document_no, '')
    ), 1, 16);
