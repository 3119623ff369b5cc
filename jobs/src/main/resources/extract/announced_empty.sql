-- Contract section 2: a control row with rows = 0 for a file dated tonight that did not come delivers that extract, for
-- the site that it names; else for the site that the file is named by, or the sites configured for its source. Orders
-- cover no site.
with announced as (
    select
        control_rows.clues as named_clues,
        control_names.extract,
        coalesce(aliases.clues, control_names.who) as who,
        landed_all.source
    from control_rows
    inner join control_names
        on control_names.taken = control_rows.taken and control_names.row_no = control_rows.row_no
    inner join landed_all on landed_all.taken = control_rows.taken
    left join aliases on aliases.alias = control_names.who
    cross join night
    where control_rows.rows = 0
        and control_names.extract <> 'orders'
        and control_names.delivered_for = night.business_date
        and control_rows.file not in (select file from landed)
)

select named_clues as clues, extract from announced where named_clues is not null
union
select who, extract from announced where named_clues is null and regexp_full_match(who, '[A-Z]{5}[0-9]{6}')
union
select source_sites.clues, announced.extract
from announced
inner join source_sites on source_sites.source = announced.source
where announced.named_clues is null and not regexp_full_match(announced.who, '[A-Z]{5}[0-9]{6}')
