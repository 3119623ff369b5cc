-- One row per scope × clave that some site is out of or low on; worst first: most used a month where there is none.
-- Of a surplus: in a state, its site with the most, or else another state; in the nation, the state with the most.
with short as (
    select * from clave_states where sites_out + sites_low > 0
),

ranked as (
    select
        short.*,
        row_number() over (
            partition by scope_id order by amc_out desc nulls last, sites_out desc, sites_low desc, unfilled desc, clave
        ) as place,
        count(*) over (partition by scope_id) as of_rows
    from short
),

kept as (
    select ranked.* from ranked cross join caps
    where ranked.place <= case when ranked.scope_id = 'MX' then caps.nation_rows else caps.state_rows end
)

select
    kept.scope_id,
    kept.place,
    kept.of_rows,
    case when kept.sites_out > 0 then 'OUT' else 'LOW' end as stock_status,
    key_summary.programme,
    kept.clave,
    key_summary.description,
    kept.sites_out,
    kept.sites_low,
    key_summary.sites_not_reported,
    key_summary.sites_holding + key_summary.sites_lacking + key_summary.sites_not_reported as sites,
    key_summary.closing,
    key_summary.in_transit,
    key_summary.amc,
    kept.amc_out,
    key_summary.months_of_stock,
    key_summary.prescribed,
    kept.unfilled,
    key_summary.fill_rate,
    site_surpluses.clues as surplus_clues,
    case
        when site_surpluses.clues is not null then kept.scope_id
        when first_state.state = kept.scope_id then second_state.state
        else first_state.state
    end as surplus_state,
    case
        when site_surpluses.clues is not null then site_surpluses.surplus
        when first_state.state = kept.scope_id then second_state.surplus
        else first_state.surplus
    end as surplus_near
from kept
inner join key_summary on key_summary.scope_id = kept.scope_id and key_summary.clave = kept.clave
    and key_summary.scope in ('STATE', 'NATION')
left join site_surpluses on site_surpluses.state = kept.scope_id and site_surpluses.clave = kept.clave
left join state_surpluses as first_state on first_state.clave = kept.clave and first_state.place = 1
left join state_surpluses as second_state on second_state.clave = kept.clave and second_state.place = 2
