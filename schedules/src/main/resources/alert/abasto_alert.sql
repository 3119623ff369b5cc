-- One row per trouble and channel: what was told, what is to be told next, and which scheduler is just telling it.
create table if not exists abasto_alert (
    lake varchar(500) not null,
    kind varchar(40) not null,
    subject varchar(300) not null,
    channel varchar(200) not null,
    severity varchar(20) not null,
    facts text not null,
    is_event boolean not null,
    raised_at timestamp with time zone not null,
    cleared_at timestamp with time zone,
    sent_at timestamp with time zone,
    attempts integer not null,
    next_at timestamp with time zone,
    claim varchar(40),
    claimed_until timestamp with time zone,
    primary key (lake, kind, subject, channel)
)
