-- The window's line versions, tonight's among them.
select * from earlier_lines
union all
select * from lines
