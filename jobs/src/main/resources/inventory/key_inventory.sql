-- One row per clues × clave in the assortment, or with anything to say in the week (contract section 7).
select
    week.week,
    week.week_start,
    week.week_end,
    week.revision,
    stock_positions.*,
    sites.name as site_name,
    sites.kind,
    sites.region,
    catalogue.description,
    catalogue."group",
    catalogue.programme,
    case
        when stock_positions.amc_thousandths > 0
        then hundredths(ratio_half_up(wide(stock_positions.closing) * 100000, stock_positions.amc_thousandths))
    end as months_of_stock,
    case
        when stock_positions.prescribed > 0
        then ten_thousandths(ratio_half_up(wide(stock_positions.filled) * 10000, stock_positions.prescribed))
    end as fill_rate,
    cast(stock_positions.closing as decimal(24, 0)) * stock_positions.unit_price as value
from stock_positions
cross join week
left join sites on sites.clues = stock_positions.clues
left join catalogue on catalogue.clave = stock_positions.clave
