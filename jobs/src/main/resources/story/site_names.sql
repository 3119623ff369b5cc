-- One row per site of the reference data.
select clues, name, kind, state from sites order by clues
