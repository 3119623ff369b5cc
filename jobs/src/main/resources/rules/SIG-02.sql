-- Silent site: a unit with stock has dispensed and consumed nothing on each of the last 7 nights it reported stock, after
-- at least 28 reported nights in which it never had such a gap. site_day counts both from night to night.
select
    site_day.clues,
    cast(null as varchar) as counterpart_clues,
    cast(null as varchar) as clave,
    cast(null as varchar) as lot,
    cast(null as varchar) as document_no,
    cast(null as bigint) as expected_quantity,
    cast(null as bigint) as actual_quantity
from site_day
inner join sites on sites.clues = site_day.clues
where sites.kind in ('HOSPITAL', 'HEALTH_CENTRE')
    and site_day.is_stocked
    and site_day.silent_nights >= 7
    and site_day.steady_nights >= 28
