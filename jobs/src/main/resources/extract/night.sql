-- The nights of a week, for the scripts that ask what a night is owed.
select days_after(week.week_start, days.number) as business_date
from week
cross join (values (0), (1), (2), (3), (4), (5), (6)) as days (number)
