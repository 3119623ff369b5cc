package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import mx.abasto.common.model.ColumnOrigin;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.Profile;
import mx.abasto.common.model.Settings;
import mx.abasto.jobs.settings.ConfigurationFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations and places that cannot be used: exit 3, what is wrong, where, what to do; and nothing is written. */
class ConfigurationTest {
    private static final String GOOD = """
            abasto:
              lake: lake
              work: work
              reference: reference
              sources:
                - name: units
                  uri: extracts/{date}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("abasto.yml");
    }

    private Ran nightly(String yml) throws IOException {
        Files.writeString(file, yml);
        return Ran.abasto("--config", file.toString(), "nightly", "--date", "2025-01-06");
    }

    @Test
    void aMissingFileIsNamed() {
        Ran.abasto("--config", file.toString(), "show", "nights")
                .refusedWith(
                        3,
                        "There is no configuration file " + file
                                + ". Name one with --config FILE; abasto generate makes a first one.");
    }

    @Test
    void aFolderIsNoFile() {
        Ran.abasto("--config", folder.toString(), "show", "nights")
                .refusedWith(
                        3,
                        folder + " is a folder, not a configuration file. Name one with --config FILE; abasto generate"
                                + " makes a first one.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "work: work | wrok: work | abasto.wrok is not a key that is known (line 3); there are lake, work,"
                        + " reference, transit-days, grace-days, lookback-days, correction-window-nights, retire-days,"
                        + " memory, threads, language, repository, pull, rules, sources, profiles, schedules, retries,"
                        + " alerts, keep-nights, spill, server",
                "uri: | url: | abasto.sources[0].url is not a key that is known (line 7); there are name, uri, profile,"
                        + " sites, cumulative, names, queries, user, password, password-file, key-file, passphrase, passphrase-file,"
                        + " known-hosts, host-key, driver, time-limit, silence-limit, size-limit, settle, attempts,"
                        + " retry-wait",
                "work: work | work: work¶  threads: two | abasto.threads is 'two' (line 4); it must be a whole number",
                "work: work | work: work¶  memory: lots | abasto.memory is 'lots'; it must be a size such as 4GB or"
                        + " 800MB",
                "lake: lake | lake: [a | line 3 is not YAML: expected ',' or ']', but got :",
                "work: work | work: work¶  spill: none | abasto.spill is 'none'; it must be a size such as 4GB or 800MB",
                "abasto: | other: | it has no key abasto, under which everything stands",
                "lake: lake | retire-days: 100 | it has no abasto.lake",
                "lake: lake | lake: hdfs://a b | abasto.lake is 'hdfs://a b', which is no address",
                "name: units | profile: sai | it has no abasto.sources[].name",
                "name: units | name: units¶      profile: sai | the source units has the profile sai, which is not"
                        + " known; there is canonical"
            })
    void whatIsWrongInTheFileIsNamedWithItsLine(String what, String instead, String problem) throws IOException {
        nightly(GOOD.replace(what, instead.replace("¶", "\n")))
                .refusedWith(3, file + ": " + problem + ". Correct it and run the same command again.");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "charset: klingon | its charset is 'klingon', which is not known; there are, among others, UTF-8,"
                        + " windows-1252, ISO-8859-1, UTF-16LE, IBM850",
                "delimiter: ';;' | its delimiter is ';;'; it must be one character, or tab",
                "thousands: '1' | its thousands is '1'; it must be a sign such as a point or a comma",
                "date-formats: [dd/MM/yyyy, dd/MM] | its date format 'dd/MM' gives no date; write one such as"
                        + " dd/MM/yyyy, d/M/yy, yyyy-MM-dd HH:mm:ss or dd-MMM-yyyy",
                "columns: { stock: { quantity: { sql: 'cast(A as' } } } | columns.stock.quantity: its sql 'cast(A as' is no"
                        + " expression: it breaks off, or its brackets do not match; write one such as trim(LOTE) or"
                        + " cast(CAJAS as integer) * 10",
                "columns: { stock: { quantity: { sql: 'CAJAS PIEZAS' } } } | columns.stock.quantity: its sql 'CAJAS"
                        + " PIEZAS' is no expression: it cannot be read from 'PIEZAS' on; write one such as trim(LOTE) or"
                        + " cast(CAJAS as integer) * 10",
                "columns: { stock: { lot: { sql: \"'L\" } } } | columns.stock.lot: its sql ''L' is no expression: a quote"
                        + " is not closed; write one such as trim(LOTE) or cast(CAJAS as integer) * 10",
                "files: { stock: 'inv_{date:yyyyMM}.csv' } | files.stock: the pattern 'inv_{date:yyyyMM}.csv' has the"
                        + " date yyyyMM, which does not give a whole date: it has no day, dd; write one such as"
                        + " {date:yyyyMMdd} or {date:ddMMyyyy}",
                "files: { stock: 'inv_{date:YYYYMMdd}.csv' } | files.stock: the pattern 'inv_{date:YYYYMMdd}.csv' has the"
                        + " date YYYYMMdd, which does not give a whole date: YYYY is the year of a week, yyyy is the year;"
                        + " write one such as {date:yyyyMMdd} or {date:ddMMyyyy}",
                "files: { stock: 'inv_{date:ddmmyyyy}.csv' } | files.stock: the pattern 'inv_{date:ddmmyyyy}.csv' has the"
                        + " date ddmmyyyy, which does not give a whole date: mm are minutes, MM is the month; write one"
                        + " such as {date:yyyyMMdd} or {date:ddMMyyyy}",
                "files: { stock: 'inv_{date:ddMM}.csv' } | files.stock: the pattern 'inv_{date:ddMM}.csv' has the date"
                        + " ddMM, which does not give a whole date: it has no year, yyyy; write one such as"
                        + " {date:yyyyMMdd} or {date:ddMMyyyy}",
                "files: { stock: 'inv_{date:dMyyyy}.csv' } | files.stock: the pattern 'inv_{date:dMyyyy}.csv' has the date"
                        + " dMyyyy, which writes some days longer than others; write dd and MM; write one such as"
                        + " {date:yyyyMMdd} or {date:ddMMyyyy}",
                "files: { stock: 'inv_{date:yyyybbdd}.csv' } | files.stock: the pattern 'inv_{date:yyyybbdd}.csv' has the"
                        + " date yyyybbdd, which is no date format; write one such as {date:yyyyMMdd} or {date:ddMMyyyy}",
                "files: { stock: 'inv_{fecha}.csv' } | files.stock: the pattern 'inv_{fecha}.csv' has the place {fecha},"
                        + " which there is not; there are {who}, {seq} and {date:yyyyMMdd}",
                "files: { stock: 'inv_{date}_{date}.csv' } | files.stock: the pattern 'inv_{date}_{date}.csv' has the"
                        + " place {date} twice; leave one of them, and write * for the other",
                "columns: { stock: { counted_on: { file-name: '(\\d+' } } } | columns.stock.counted_on: its file-name"
                        + " '(\\d+' is no regular expression: Unclosed group; or write who, date or seq",
                "columns: { stock: { quantity: { sql: '(select 1)' } } } | columns.stock.quantity: its sql '(select 1)' looks beyond its row;"
                        + " only the columns of one row may be used",
                "columns: { stock: { counted_on: { sql: 'today()' } } } | columns.stock.counted_on: its sql 'today()' asks for the time of day;"
                        + " the same file must give the same rows on any day",
                "columns: { stock: { counted_on: { file-name: '\\d+' } } } | columns.stock.counted_on: its file-name '\\d+' has no group; put"
                        + " what the column is to get between ( and ), or write who, date or seq",
                "columns: { stock: { clues: { lookup: ../x.csv, from: A } } } | columns.stock.clues: its lookup '../x.csv' must be the name"
                        + " of a file in the reference folder or beside abasto.yml",
                "columns: { stock: { lots: LOTE } } | stock has no column lots; there are clues, counted_on, clave, lot,"
                        + " expires_on, quantity",
                "columns: { stock: { lot: { lookup: x.csv } } } | columns.stock.lot: its column lot must be the name of a header, or one of"
                        + " { value: TEXT }, { lookup: FILE, from: HEADER }, { row-number: true }, { file-name: who,"
                        + " date, seq or a regular expression }, { sql: EXPRESSION }",
                "columns: { stock: { lot: { value: x, from: A } } } | columns.stock.lot: its column lot must be the name of a header, or one"
                        + " of { value: TEXT }, { lookup: FILE, from: HEADER }, { row-number: true }, { file-name: who,"
                        + " date, seq or a regular expression }, { sql: EXPRESSION }"
            })
    void whatIsWrongInAProfileIsNamed(String key, String problem) throws IOException {
        nightly(GOOD + "  profiles:\n    sai_x:\n      " + key + "\n")
                .refusedWith(
                        3, file + ": the profile sai_x: " + problem + ". Correct it and run the same command again.");
    }

    @Test
    void anUnknownKeyOfAProfileIsNamed() throws IOException {
        nightly(GOOD + "  profiles:\n    sai:\n      charsets: UTF-8\n")
                .refusedWith(
                        3,
                        file + ": abasto.profiles.sai.charsets is not a key that is known (line 10); there are charset,"
                                + " delimiter, quote, date-formats, thousands, decimal, nulls, files, columns, repeated. Correct"
                                + " it and run the same command again.");
    }

    @Test
    void aProfileIsReadAsItIsWritten() throws IOException {
        Files.writeString(
                file, GOOD.replace("uri: extracts/{date}", "uri: extracts/{date}\n      profile: SAI_x") + """
                          profiles:
                            SAI_x:
                              delimiter: tab
                              thousands: ""
                              nulls: ["", "-", NAN]
                              columns:
                                receipts:
                                  receipt_no: FOLIO
                                  clues: { lookup: sitios.csv, from: "LUGAR DE ENTREGA" }
                                  line_no: { row-number: true }
                                  source: { value: SUPPLIER }
                                  received_on: { file-name: '_(\\d+)' }
                                  quantity: { sql: "CANTIDAD || '0'" }
                        """);

        Profile profile = ConfigurationFile.read(file).sources().get(0).profile();

        assertThat(profile.delimiter()).isEqualTo('\t');
        assertThat(profile.numbers()).isEqualTo(new Profile.NumberFormat(null, '.'));
        assertThat(profile.nulls()).containsExactlyInAnyOrder("", "-", "NAN");
        assertThat(profile.columnsOf(Extract.RECEIPTS))
                .containsOnly(
                        Map.entry("receipt_no", new ColumnOrigin.Header("FOLIO")),
                        Map.entry("clues", new ColumnOrigin.Lookup("sitios.csv", "LUGAR DE ENTREGA")),
                        Map.entry("line_no", new ColumnOrigin.RowNumber()),
                        Map.entry("source", new ColumnOrigin.Constant("SUPPLIER")),
                        Map.entry("received_on", new ColumnOrigin.FileNamePart("_(\\d+)")),
                        Map.entry("quantity", new ColumnOrigin.Expression("CANTIDAD || '0'")));
    }

    @ParameterizedTest
    @CsvSource({
        "transit-days, -1, 0, 36500",
        "transit-days, 36501, 0, 36500",
        "grace-days, 2147483647, 0, 36500",
        "lookback-days, 2147483647, 0, 36500",
        "correction-window-nights, 34, 35, 36500",
        "correction-window-nights, 36501, 35, 36500",
        "retire-days, 0, 1, 36500",
        "threads, 1025, 1, 1024"
    })
    void aNumberOutOfBoundsIsNamed(String key, int value, int least, int most) throws IOException {
        nightly(GOOD.replace("work: work", "work: work\n  %s: %d".formatted(key, value)))
                .refusedWith(
                        3,
                        "abasto.%s is %d; it must be from %d to %d. Correct it in abasto.yml."
                                .formatted(key, value, least, most));
    }

    @Test
    void aMissingReferenceFolderIsNamed() throws IOException {
        nightly(GOOD)
                .refusedWith(
                        3,
                        "There is no folder %s, where the reference data should be."
                                        .formatted(folder.resolve("reference").toUri())
                                + " Correct abasto.reference in abasto.yml, or put them there.");
    }

    @Test
    void aLakeThatIsAFileIsNamed() throws IOException {
        Path lake = Files.createFile(folder.resolve("lake"));

        String message = "The lake %s is a file, not a folder. Correct abasto.lake in abasto.yml.".formatted(lake);
        nightly(GOOD).refusedWith(3, message);
        Ran.abasto("--config", file.toString(), "show", "nights").refusedWith(3, message);
    }

    @Test
    void aWorkFolderThatIsAFileIsNamed() throws IOException {
        Path work = Files.createFile(folder.resolve("work"));
        Files.createDirectory(folder.resolve("reference"));

        nightly(GOOD)
                .refusedWith(
                        3,
                        "The work folder %s cannot be made: there is a file of that name. Correct abasto.work in"
                                        .formatted(work)
                                + " abasto.yml.");
    }

    @Test
    void aStackTraceComesOnlyWhenAskedFor() {
        Ran verbose = Ran.abasto("--verbose", "--config", file.toString(), "show", "nights");

        assertThat(verbose.exitCode()).isEqualTo(3);
        assertThat(verbose.err().lines().filter(line -> line.startsWith("\tat ")))
                .isNotEmpty();
    }

    @Test
    void placesAreCalledTheSameBeforeAndAfterTheyAreMade() throws IOException {
        Files.writeString(file, GOOD);
        Settings before = ConfigurationFile.read(file);
        Files.createDirectory(folder.resolve("lake"));
        Files.createDirectories(folder.resolve("extracts").resolve(LocalDate.EPOCH.toString()));

        assertThat(ConfigurationFile.read(file)).isEqualTo(before);
    }
}
