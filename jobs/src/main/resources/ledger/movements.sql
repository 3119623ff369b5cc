-- One row per posting of the night.
select * from line_movements
union all
select * from opening_movements
