-- The first site and clave of a week whose restated flows do not make its restated closing, as the published ones do.
with signed as (
    select
        restated_week,
        clues,
        clave,
        sum(case
            when "column" in ('opening', 'received_supplier', 'received_transfer', 'adjusted') then difference
            else -difference
        end) as residual,
        sum(abs(difference - (restated - published))) as misread
    from restatement
    group by restated_week, clues, clave
)

select
    restated_week || ', site ' || clues || ', clave ' || clave as place,
    'the differences of opening and flows miss that of the closing' as fault
from signed
where residual <> 0 or misread <> 0
order by restated_week, clues, clave
limit 1
