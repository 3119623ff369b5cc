-- One row per finding: its evidence, the count first and then the newest rows, at most 20, and how many there are.
with hashed as (
    select
        evidence_rows.discrepancy_id,
        evidence_rows.weight,
        evidence_rows.delivered_on,
        evidence_rows.file,
        history_files.sha256,
        evidence_rows.row_no
    from evidence_rows
    left join history_files
        on history_files.file = evidence_rows.file and history_files.taken_on = evidence_rows.delivered_on
),

ranked as (
    select
        hashed.*,
        row_number() over (
            partition by discrepancy_id order by weight desc, delivered_on desc, file, row_no
        ) as place
    from hashed
)

select
    discrepancy_id,
    list(struct_pack(file := file, sha256 := sha256, row_no := row_no) order by place)
        filter (where place <= 20) as evidence,
    count(*) as evidence_rows
from ranked
group by discrepancy_id
