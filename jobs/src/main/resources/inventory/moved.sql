-- One row per site × clave that anything was posted to in the week.
select to_id as clues, clave from week_movements where to_account = 'SITE'
union
select from_id, clave from week_movements where from_account = 'SITE'
