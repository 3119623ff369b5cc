package mx.abasto.jobs.weekly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import mx.abasto.common.files.HadoopPlace;
import mx.abasto.common.files.Hashes;
import mx.abasto.common.lake.Lake;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunJson;
import mx.abasto.common.lake.WeeklyDatasets;
import mx.abasto.common.model.IsoWeek;
import mx.abasto.common.sql.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * A lake the size of the nation, to measure a week on: 10,000 sites, 4,498 claves, about 2 million sites × claves, 91
 * nights, and the 12 weeks before the last one published. Written by SQL, not by the product; what no week reads is empty
 * or the same every night. Not a test: run it as a program, then run {@code weekly --week 2025-W14} on what it wrote.
 *
 * <pre>
 * java -cp jobs/target/test-classes:jobs/target/classes:common/target/classes:jobs/target/lib/* \
 *     mx.abasto.jobs.weekly.NationalLake FOLDER 10000
 * /usr/bin/time -v java -Xmx1g -jar jobs/target/abasto.jar --config FOLDER/abasto.yml weekly --week 2025-W14
 * </pre>
 */
final class NationalLake {
    private static final IsoWeek WEEK = new IsoWeek(2025, 14);
    private static final int EARLIER_WEEKS = 12;

    private final Path home;
    private final int sites;
    private final Statement sql;

    private NationalLake(Path home, int sites, Statement sql) {
        this.home = home;
        this.sites = sites;
        this.sql = sql;
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = 2; set memory_limit = '6GB'; set temp_directory = '" + home + "/spill'");
            new NationalLake(home, Integer.parseInt(arguments[1]), statement).layDown();
        }
    }

    private void layDown() throws SQLException, IOException {
        Files.createDirectories(home.resolve("reference"));
        Files.writeString(home.resolve("abasto.yml"), """
                abasto:
                  lake: lake
                  work: work
                  reference: reference
                  memory: 3GB
                  threads: 2
                  sources:
                    - name: units
                      uri: extracts/{date}
                      profile: canonical
                """);
        reference();
        LocalDate first = WEEK.minusWeeks(EARLIER_WEEKS).start();
        LocalDate firstOfOwn = WEEK.start().minusDays(1);
        for (LocalDate night = first; !night.isAfter(WEEK.end()); night = night.plusDays(1)) {
            night(night, night.isBefore(firstOfOwn) ? first : night);
        }
        for (int weeks = EARLIER_WEEKS; weeks > 0; weeks--) {
            week(WEEK.minusWeeks(weeks));
        }
    }

    private void reference() throws SQLException {
        sql.execute("""
                create table sites as
                select
                    'AAIMB' || lpad(n::varchar, 6, '0') as clues, 'Unidad ' || n || ' de salud' as name,
                    case when n = 1 then 'CENTRAL_WAREHOUSE' when n %% 303 = 1 then 'STATE_WAREHOUSE'
                        when n %% 16 = 0 then 'HOSPITAL' else 'HEALTH_CENTRE' end as kind,
                    lpad((1 + n %% 32)::varchar, 2, '0') as state, 'Region ' || n %% 8 as region,
                    null as active_from, null as active_to
                from range(1, %1$d + 1) numbers (n);
                create table catalogue as
                select
                    '010.000.' || lpad(n::varchar, 4, '0') || '.00' as clave, 'Medicamento ' || n || ' tabletas' as description,
                    'MEDICINE' as "group", 'pieza' as unit, (1 + n %% 500)::decimal(14, 4) as unit_price,
                    'PROGRAMA ' || n %% 12 as programme, 0 as tolerance
                from range(1, 4499) numbers (n);
                create table assortment as
                select kinds.kind as scope, catalogue.clave, 7 as min_days, 30 as max_days
                from catalogue
                inner join (values ('CENTRAL_WAREHOUSE', 4498), ('STATE_WAREHOUSE', 4498), ('HOSPITAL', 900),
                    ('HEALTH_CENTRE', 140)) as kinds (kind, claves)
                    on cast(substr(catalogue.clave, 9, 4) as integer) <= kinds.claves;
                create table cells as
                select
                    sites.clues, sites.name as site_name, sites.kind, sites.state, sites.region, catalogue.*,
                    hash(sites.clues, catalogue.clave) %% 90 as opening, (hash(sites.clues, catalogue.clave) %% 90)::bigint as book,
                    0::bigint as dispensed, 0::bigint as received
                from sites
                inner join assortment on assortment.scope = sites.kind
                inner join catalogue on catalogue.clave = assortment.clave
                order by sites.state, sites.clues, catalogue.clave
                """.formatted(sites));
        for (String file : List.of("sites", "catalogue", "assortment")) {
            sql.execute("copy %s to '%s/reference/%s.csv' (header)".formatted(file, home, file));
        }
    }

    /** A night like a first one, or one of its own. */
    private void night(LocalDate night, LocalDate like) throws SQLException, IOException {
        Path folder = home.resolve("lake").resolve(Lake.nightFolder(night));
        Path model = home.resolve("lake").resolve(Lake.nightFolder(like));
        boolean isOwn = night.equals(like);
        if (isOwn) {
            live(night);
        }
        List<Dataset> made = List.of(
                NightlyDatasets.KEY_DAY,
                NightlyDatasets.STOCK_BALANCE,
                NightlyDatasets.EXTRACTS,
                NightlyDatasets.FILES,
                NightlyDatasets.FILE_TOTALS,
                NightlyDatasets.DISCREPANCIES,
                NightlyDatasets.SHIPMENTS,
                NightlyDatasets.SITE_DAY,
                NightlyDatasets.MOVEMENTS);
        for (Dataset dataset : NightlyDatasets.ALL) {
            Path file = folder.resolve(dataset.name()).resolve("part-0.parquet");
            Files.createDirectories(file.getParent());
            if (isOwn || dataset == NightlyDatasets.MOVEMENTS) {
                copy(dataset, made.contains(dataset) ? "(" + rows(dataset, night) + ")" : empty(dataset), file);
            } else {
                Files.createLink(file, model.resolve(dataset.name()).resolve("part-0.parquet"));
            }
        }
        publish(folder, "nightly", night.toString(), null, hashOf(night.minusDays(1)));
        System.out.println(night);
    }

    /** A night passes: a quarter of the cells dispense, and empty ones receive now and then. One movement in 100 is late. */
    private void live(LocalDate night) throws SQLException {
        sql.execute("""
                create or replace table cells as
                with drawn as (select *, (hash(clues, clave, '%s') %% 1000)::bigint as number from cells)
                select * exclude (number) replace (
                    book as opening,
                    case when number %% 4 = 1 then least(book, 1 + number %% 5) else 0 end as dispensed,
                    case when book < 5 and number %% 11 = 0 then 60 else 0 end as received,
                    book - case when number %% 4 = 1 then least(book, 1 + number %% 5) else 0 end + case when book < 5 and number %% 11 = 0 then 60 else 0 end as book)
                from drawn
                """.formatted(night));
    }

    private static String rows(Dataset dataset, LocalDate night) {
        String script =
                switch (dataset.name()) {
                    case "key_day" -> """
                        select clues, clave, opening, received as received_supplier, 0 as received_transfer,
                            0 as distributed, dispensed, 0 as consumed, 0 as adjusted, 0 as prior_period, book,
                            case when hash(clues) %% 50 > 0 then book end as counted,
                            case when hash(clues) %% 50 > 0 then 0 end as variance, case when hash(clues, clave, '%1$s') %% 4 = 1 then dispensed + drawn else 0 end as prescribed,
                            dispensed as filled, 0 as expired, book <= 0 as is_stockout
                        from (select *, hash(clave, clues) %% 2 as drawn from cells)
                        """;
                    case "stock_balance" -> """
                        select clues, clave, 'L' || hash(clave, part) %% 100000 as lot,
                            date '%1$s' + (hash(clave, part, state) %% 700)::integer - 20 as expires_on, 0 as opening, 0 as inflow,
                            0 as outflow, case when part = 1 then book // 3 else book - book // 3 end as book,
                            100 as inbound_to_date, 10 as dispensed_to_date,
                            case when part = 1 then book // 3 else book - book // 3 end as counted, 0 as variance,
                            date '%1$s' as last_counted_on,
                            case when part = 1 then book // 3 else book - book // 3 end as last_counted, (hash(clues, clave) %% 40 = 0)::integer as last_variance,
                            date '%1$s' as last_movement_on
                        from cells cross join range(1, 3) parts (part)
                        """;
                    case "extracts" -> """
                        select clues, extract, case when hash(clues, extract) %% 50 > 0 then 'DELIVERED' else 'MISSING' end as status,
                            extract || '_' || clues as file
                        from sites cross join (values ('receipts'), ('dispensations'), ('adjustments'), ('stock')) as e (extract)
                        """;
                    case "site_day" -> """
                        select date '%1$s' as business_date, clues, 0 as written_off, true as is_stocked,
                            hash(clues) %% 50 > 0 as is_stock_known, 0 as silent_nights, 0 as steady_nights
                        from sites
                        """;
                    case "files" -> """
                        select extract || '_' || clues as file, 'units' as source, extract, clues as who,
                            date '%1$s' - (hash(clues) %% 50 = 0)::integer as delivered_for, sha256(clues) as sha256, 1000 as bytes,
                            20 as rows, 20 as accepted, 0 as quarantined, 0 as duplicates,
                            case when hash(clues) %% 50 = 0 then 'LATE' else 'ACCEPTED' end as status
                        from sites cross join (values ('receipts'), ('dispensations'), ('adjustments'), ('stock')) as e (extract)
                        """;
                    case "file_totals" -> """
                        select extract || '_' || clues as file, clues, 20 as rows, 200 as quantity
                        from sites cross join (values ('receipts'), ('dispensations'), ('adjustments'), ('stock')) as e (extract)
                        """;
                    case "discrepancies" -> """
                        select date '%1$s' as business_date, substr(sha256(clues || clave), 1, 16) as discrepancy_id, 'STK-01' as rule,
                            'STK' as family, 'MEDIUM' as severity, 'PERSISTING' as status, date '2025-01-01' as first_seen_on,
                            10 as age_days, clues, null as counterpart_clues, clave, 'L1' as lot, null as document_no,
                            10 as expected_quantity, 12 as actual_quantity, 2 as difference, 20.5 as value_at_risk,
                            'El conteo de ' || site_name || ' difiere del libro en 2 piezas.' as explanation_es,
                            'The count of ' || site_name || ' differs from the book by 2 pieces.' as explanation_en,
                            [{'file': 'stock_' || clues, 'sha256': sha256(clues), 'row_no': 7}] as evidence, 1 as evidence_rows,
                            1 as rule_version
                        from cells where hash(clues, clave) %% 20 = 0
                        """;
                    case "shipments" -> """
                        select 'AAIMB000002' as origin_clues, 'S' || hash(clues, clave) as shipment_no, clave, 'L1' as lot,
                            clues as destination_clues, null as received_clues, date '%1$s' - 3 as shipped_on,
                            date '%1$s' + 4 as due_on, null as first_received_on, 5 as shipped, 0 as received,
                            null as settled_on, 'IN_TRANSIT' as status
                        from cells where hash(clues, clave) %% 8 = 0
                        """;
                    default -> """
                        select date '%1$s' as posting_date,
                            date '%1$s' - case when drawn %% 100 = 1 then (drawn %% 15)::integer else 0 end as event_date,
                            'DISPENSATION' as kind, 'SITE' as from_account, clues as from_id, 'PATIENT' as to_account,
                            null as to_id, clave, 'L1' as lot, null as expires_on, 1 + drawn %% 5 as quantity,
                            false as reversal, 'dispensations' as extract, clues, 'R' || drawn as document_no, 1 as line_no,
                            'dispensations_' || clues as file, drawn %% 1000 as row_no
                        from (select *, hash(clues, clave, '%1$s') // 100 as drawn from cells) where hash(clues, clave, '%1$s') %% 4 = 1
                        """;
                };
        return script.formatted(night);
    }

    private void week(IsoWeek week) throws SQLException, IOException {
        Path folder = home.resolve("lake").resolve(Lake.weekFolder(week, 1));
        String inventory = """
                select '%1$s' as week, date '%2$s' as week_start, date '%3$s' as week_end, 1 as revision, clues, site_name, kind, state,
                    region, clave, description, "group", programme, 40 as opening, 0 as received_supplier,
                    0 as received_transfer, 0 as distributed, drawn as dispensed, 0 as consumed, 0 as adjusted,
                    0 as prior_period, 40 - drawn as closing, 40 - drawn as counted, 0 as variance, 0 as in_transit,
                    0 as expired, 0 as expiring_30, 0 as expiring_90, 40 - drawn as expiring_180, 3.25 as amc,
                    12.31 as months_of_stock, 'OPTIMAL' as stock_status, drawn %% 3 as stockout_days, 10 as prescribed,
                    9 as filled, 0.9 as fill_rate, (40 - drawn) * unit_price as value, 7 as nights_reported,
                    0 as open_discrepancies
                from (select *, (hash(clues, clave, '%1$s') %% 14)::bigint as drawn from cells)
                """.formatted(week, week.start(), week.end());
        for (Dataset dataset : WeeklyDatasets.ALL) {
            Path file = folder.resolve(dataset.name()).resolve("part-0.parquet");
            Files.createDirectories(file.getParent());
            copy(dataset, dataset == WeeklyDatasets.KEY_INVENTORY ? "(" + inventory + ")" : empty(dataset), file);
        }
        publish(folder, "weekly", null, week.toString(), null);
        System.out.println(week);
    }

    /** A relation of a dataset's shape without rows. */
    private String empty(Dataset dataset) throws SQLException {
        sql.execute("create or replace temp table nothing (%s)".formatted(dataset.columnDefinitions()));
        return "nothing";
    }

    private void copy(Dataset dataset, String relation, Path file) throws SQLException {
        sql.execute("copy (select %s from %s order by %s) to '%s' (format parquet, compression zstd)"
                .formatted(dataset.conformingColumns(), relation, dataset.totalOrder(), file));
    }

    /** What the chain knows a night by; null before the first. */
    private @Nullable String hashOf(LocalDate night) {
        return new Lake(HadoopPlace.at(home.resolve("lake").toUri()), home.resolve("cache"))
                .night(night)
                .map(Lake.Published::sha256)
                .orElse(null);
    }

    private static void publish(
            Path folder, String kind, @Nullable String night, @Nullable String week, @Nullable String previous)
            throws IOException {
        List<RunJson.Item> outputs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".parquet"))
                    .sorted()
                    .toList()) {
                Hashes.Content content = Hashes.of(file);
                outputs.add(new RunJson.Item(folder.relativize(file).toString(), content.bytes(), content.sha256(), 0));
            }
        }
        RunJson runJson = new RunJson(
                "0123456789abcdef",
                kind,
                night,
                week,
                week == null ? null : 1,
                "development",
                new TreeMap<>(),
                null,
                List.of(),
                outputs,
                RunJson.Proof.ofNight(0, 0, 0, 0, List.of()),
                previous,
                new RunJson.Ran(Instant.EPOCH, Instant.EPOCH));
        Files.writeString(folder.resolve("run.json"), runJson.toJson());
    }
}
