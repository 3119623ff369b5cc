-- One row per week that is restated: its last revision, and its Monday.
select distinct week, revision, week_start from published_inventory
