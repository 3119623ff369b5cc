-- Counts of files that were not delivered before, each with all that it says.
select
    read_stock.*,
    struct_pack(expires_on := expires_on, quantity := quantity) as content
from read_stock
where taken not in (select taken from redelivered_files)
