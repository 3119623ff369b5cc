-- The listings of lines that are known: each version taken in the window, tonight's among them, and each line that a night
-- of the window listed again as it stood. A version may stand there several times.
select * from history_lines
union all
select * from earlier_carried_lines
