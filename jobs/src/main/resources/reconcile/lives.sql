-- One row per finding that precedence leaves tonight, or condition open last night, with what earlier nights knew of it.
with closed as (
    select history_discrepancies.discrepancy_id, max(history_discrepancies.first_seen_on) as first_seen_on
    from history_discrepancies
    cross join night
    where has_ended(history_discrepancies.status)
        and days_between(night.business_date, history_discrepancies.business_date) <= 35
    group by history_discrepancies.discrepancy_id
),

listed as (
    select * from precedence where superseded_by is null
),

found as (
    select
        listed.discrepancy_id, listed.rule, listed.clues, listed.counterpart_clues, listed.clave, listed.lot,
        listed.document_no, listed.expected_quantity, listed.actual_quantity,
        true as holds,
        cast(null as varchar) as superseded_by,
        open_discrepancies.discrepancy_id is not null as was_open,
        case
            when not rules.is_condition then null
            else coalesce(open_discrepancies.first_seen_on, closed.first_seen_on)
        end as known_since,
        rules.version as rule_version
    from listed
    inner join rules on rules.rule = listed.rule
    left join open_discrepancies on open_discrepancies.discrepancy_id = listed.discrepancy_id
    left join closed on closed.discrepancy_id = listed.discrepancy_id
),

ended as (
    select
        open_discrepancies.discrepancy_id, open_discrepancies.rule, open_discrepancies.clues,
        open_discrepancies.counterpart_clues, open_discrepancies.clave, open_discrepancies.lot,
        open_discrepancies.document_no, open_discrepancies.expected_quantity, open_discrepancies.actual_quantity,
        false as holds,
        precedence.superseded_by,
        true as was_open,
        open_discrepancies.first_seen_on as known_since,
        open_discrepancies.rule_version
    from open_discrepancies
    left join precedence on precedence.discrepancy_id = open_discrepancies.discrepancy_id
    where precedence.discrepancy_id is null or precedence.superseded_by is not null
)

select * from found
union all
select * from ended
