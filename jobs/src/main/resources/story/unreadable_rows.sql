-- How many rows of the site's extract that was asked for are in quarantine, those without a readable CLUES apart.
select count(*) as rows
from quarantine
inner join asked_extract on asked_extract.clues = quarantine.clues and asked_extract.extract = quarantine.extract
