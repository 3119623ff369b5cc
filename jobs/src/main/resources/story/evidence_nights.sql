-- The nights that took a file of the evidence.
select distinct taken_on from evidence_files order by taken_on
