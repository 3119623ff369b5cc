-- Who sent each file, former codes replaced, and whether the file is named by a site.
select
    landed.taken,
    coalesce(aliases.clues, landed.who) as who,
    aliases.clues is not null or regexp_full_match(landed.who, '[A-Z]{5}[0-9]{6}') as is_site
from landed
left join aliases on aliases.alias = landed.who
