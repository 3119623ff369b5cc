-- Check digit: a CLUES of sites.csv or of REF-02 with institution IMB fails its check digit,
-- (a[state] + 2 + 2 * number) mod 7, or has an unknown state.
with known as (
    select clues from sites
    union all
    select clues from unknown_sites
),

imb as (
    select
        clues,
        substr(clues, 1, 2) as state,
        try_cast(substr(clues, 6, 5) as integer) as number,
        try_cast(substr(clues, 11, 1) as integer) as digit
    from known
    where substr(clues, 3, 3) = 'IMB'
)

select
    imb.clues,
    cast(null as varchar) as counterpart_clues,
    cast(null as varchar) as clave,
    cast(null as varchar) as lot,
    cast(null as varchar) as document_no,
    cast(null as bigint) as expected_quantity,
    cast(null as bigint) as actual_quantity
from imb
left join check_digits on check_digits.state = imb.state
where check_digits.state is null or mod(check_digits.addend + 2 + 2 * imb.number, 7) <> imb.digit
