package mx.abasto.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mx.abasto.jobs.cli.CsvText;
import mx.abasto.jobs.lake.SharedLakes;
import mx.abasto.jobs.lake.TestLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real office program opens the workbooks of both languages, and reads the figures that are in them. */
class LibreOfficeTest {
    /** One file a sheet, UTF-8, every value in full: not as its cell shows it. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final TestLake faulty = SharedLakes.faulty();

    @Test
    void opensTheNationsWorkbookInSpanish() throws Exception {
        requireReadable(faulty.lake().resolve("weekly/week=2025-W03/revision=1/inventory.xlsx"), "Portada", "Notas");
    }

    @Test
    void opensAStatesWorkbookInEnglish() throws Exception {
        TestLake english = faulty.upTo(SharedLakes.FIRST_SUNDAY, SharedLakes.fresh("english-workbooks"));
        english.run("weekly", "--week", "2025-W02", "--language", "en").requireDone();
        try (Stream<Path> files = Files.list(english.lake().resolve("weekly/week=2025-W02/revision=1"))) {
            Path ofAState = files.filter(file -> file.getFileName().toString().matches("inventory-\\d\\d\\.xlsx"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            requireReadable(ofAState, "Cover", "Notes");
        }
    }

    private void requireReadable(Path workbook, String firstSheet, String lastSheet) throws Exception {
        convert("pdf", workbook);
        assertThat(folder.resolve(stem(workbook) + ".pdf")).isNotEmptyFile();

        convert(CSV, workbook);
        try (ReadWorkbook read = new ReadWorkbook(workbook)) {
            assertThat(read.sheetNames()).startsWith(firstSheet).endsWith(lastSheet);
            for (String sheet : read.sheetNames()) {
                String csv = Files.readString(folder.resolve(stem(workbook) + "-" + sheet + ".csv"));
                requireSame(sheet, CsvText.parse(csv.stripTrailing()), read);
            }
        }
    }

    /** Cell by cell: texts and dates as they are, numbers by their value. */
    private static void requireSame(String sheet, List<List<String>> csv, ReadWorkbook read) {
        for (int row = 0; row < csv.size(); row++) {
            for (int column = 0; column < csv.get(row).size(); column++) {
                String written = read.text(sheet, row, column);
                String seen = csv.get(row).get(column);
                boolean isNumber = read.isNumber(sheet, row, column);
                assertThat(isNumber ? value(seen) : seen)
                        .as(sheet + " row " + (row + 1) + " column " + (column + 1))
                        .isEqualTo(written.equals("null") ? "" : written);
            }
        }
        assertThat(csv).hasSize(read.sheet(sheet).getLastRowNum() + 1);
    }

    private static String value(String number) {
        return number.endsWith("%")
                ? ReadWorkbook.plain(new BigDecimal(number.substring(0, number.length() - 1))
                        .movePointLeft(2)
                        .toPlainString())
                : ReadWorkbook.plain(number);
    }

    private static String stem(Path workbook) {
        return workbook.getFileName().toString().replace(".xlsx", "");
    }

    private void convert(String to, Path workbook) throws IOException, InterruptedException {
        Path log = folder.resolve("soffice.log");
        Process soffice = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        to,
                        "--outdir",
                        folder.toString(),
                        workbook.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(soffice.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(soffice.exitValue()).as(Files.readString(log)).isZero();
    }
}
