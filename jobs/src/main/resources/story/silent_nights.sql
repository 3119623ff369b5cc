-- One row per night from a first on which a site's extract was asked for.
select all_extracts.taken_on, all_extracts.status
from all_extracts
inner join asked_extract
    on asked_extract.clues = all_extracts.clues and asked_extract.extract = all_extracts.extract
order by all_extracts.taken_on
