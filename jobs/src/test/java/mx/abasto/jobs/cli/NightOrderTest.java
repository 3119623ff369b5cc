package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A lake from empty to its first nights: what is refused on the way, with which words. The tests follow its life. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NightOrderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SmallNetwork network;

    @BeforeAll
    static void generate() {
        network = SmallNetwork.generated(folder, 4, 3, 0);
    }

    private static String lake() {
        return "file:" + folder.resolve("var/lake");
    }

    @Test
    @Order(1)
    void anEmptyLakeSaysWhatToDo() {
        String sentence = "The lake %s holds no night yet. Publish the first: abasto catch-up --from D0 --until D"
                .formatted(lake());

        for (String what : List.of("nights", "weeks", "discrepancies", "inventory")) {
            assertThat(network.abasto("show", what).lines()).containsExactly(sentence);
            Ran json = network.abasto("show", what, "--format", "json");
            assertThat(json.out() + json.err()).isEqualTo("[]\n" + sentence + "\n");
        }
    }

    @Test
    @Order(2)
    void catchUpOfAnEmptyLakeHasToBeToldWhereToBegin() {
        network.abasto("catch-up", "--until", "2025-01-07")
                .refusedWith(
                        2,
                        "The lake file://%s is empty, so its first night has to be named: catch-up --from D0 --until"
                                        .formatted(folder.resolve("var/lake"))
                                + " 2025-01-07.",
                        "See: abasto catch-up --help");
        network.abasto("catch-up", "--from", "2025-01-08", "--until", "2025-01-07")
                .refusedWith(
                        2,
                        "--until 2025-01-07 is before --from 2025-01-08: --from is the first night, --until the last; such as --from 2025-01-07 --until 2025-01-08.",
                        "See: abasto catch-up --help");
    }

    @Test
    @Order(3)
    void aMissingReferenceFileStopsTheNight() throws IOException {
        Path sites = folder.resolve("reference/sites.csv");
        Path aside = folder.resolve("sites.aside");
        Files.move(sites, aside);

        network.abasto("nightly", "--date", "2025-01-06")
                .refusedWith(
                        3,
                        "reference/sites.csv is missing. Put it there, with the columns clues, name, kind, state, region,"
                                + " active_from, active_to, and run again.");
        Files.move(aside, sites);
    }

    @Test
    @Order(4)
    void aBadReferenceRowStopsTheNight() throws IOException {
        Path catalogue = folder.resolve("reference/catalogue.csv");
        byte[] good = Files.readAllBytes(catalogue);
        long rows = Files.readAllLines(catalogue).size();
        Files.writeString(catalogue, "010.000.1,X,MEDICINE,,,,\n", StandardOpenOption.APPEND);

        Ran ran = network.abasto("nightly", "--date", "2025-01-06");

        assertThat(ran.err())
                .startsWith("reference/catalogue.csv, row %d: column clave".formatted(rows))
                .contains("010.000.1");
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(network.lake().nights()).isEmpty();
        Files.write(catalogue, good);
    }

    @Test
    @Order(5)
    void theOpeningNightIsPublishedOnce() {
        assertThat(network.abasto("nightly", "--date", "2025-01-06").lines())
                .singleElement()
                .asString()
                .matches("2025-01-06 published: [\\d,]+ rows accepted, 0 quarantined, 0 duplicates;"
                        + " discrepancies: 0 open \\(0 new, 0 resolved\\)");
        assertThat(network.abasto("nightly", "--date", "2025-01-06").lines())
                .containsExactly("2025-01-06 is already published: a published night never changes. Nothing to do.");
    }

    @Test
    @Order(6)
    void nightsComeOneAfterTheOther() {
        network.abasto("nightly", "--date", "2025-01-09")
                .refusedWith(
                        3,
                        "2025-01-09 cannot be processed: the night before it is not published. The last published night"
                                + " is 2025-01-06. Run nightly --date 2025-01-07, or catch-up --until 2025-01-09.");
        network.abasto("nightly", "--date", "2025-01-05")
                .refusedWith(
                        3,
                        "The lake opened on 2025-01-06, so 2025-01-05 cannot be added before it. The next night is"
                                + " 2025-01-07: run nightly --date 2025-01-07.");
        network.abasto("catch-up", "--from", "2025-01-01", "--until", "2025-01-07")
                .refusedWith(
                        3,
                        "The lake holds the nights from 2025-01-06 to 2025-01-06, so it cannot go on from 2025-01-01."
                                + " Leave --from out.");
    }

    @Test
    @Order(7)
    void aWeekNeedsItsSevenNights() {
        network.abasto("weekly", "--week", "2025-W02")
                .refusedWith(
                        3,
                        "2025-W02 cannot be made: 6 of its seven nights are not published (2025-01-07 to 2025-01-12)."
                                + " Run catch-up --until 2025-01-12.");
        assertThat(network.abasto("show", "inventory").lines())
                .containsExactly(
                        "No week is published yet: a week needs its seven nights, and the lake holds those from"
                                + " 2025-01-06 to 2025-01-06. Complete a week: abasto catch-up --until D");
    }

    @Test
    @Order(8)
    void theNextProcessIsToldWhoHoldsTheLake() throws IOException {
        try (HolderProcess holder = HolderProcess.started(network.configuration())) {
            Ran ran = network.abasto("nightly", "--date", "2025-01-07");

            assertThat(ran.exitCode()).isEqualTo(5);
            assertThat(ran.err())
                    .matches(("The lake file://%s is held by another run \\(pid %d on \\S+, since 20\\S+Z\\)\\."
                                    + " Wait until it has ended and run the same command again\\.\n")
                            .formatted(folder.resolve("var/lake"), holder.pid()));
            assertThat(network.abasto("show", "nights", "--format", "csv").lines())
                    .hasSize(2);
        }
        assertThat(folder.resolve("var/work/repository/abasto.holder")).doesNotExist();
    }

    @Test
    @Order(9)
    void aSourceWithoutItsFolderIsSaidBeforeTheNightIsPublished() {
        Ran ran = network.abasto("catch-up", "--until", "2025-01-09");

        assertThat(ran.err())
                .isEqualTo("The source network has no folder file://%s: its extracts count as missing on 2025-01-09.\n"
                        .formatted(folder.resolve("extracts/2025-01-09")));
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines())
                .hasSize(6)
                .contains("The lake holds 4 nights and 0 weeks: " + lake())
                .anyMatch(line -> line.startsWith("2025-01-09 published: 0 rows accepted"));
        assertThat(network.abasto("catch-up", "--until", "2025-01-09").lines())
                .contains("Every night up to 2025-01-09 is published already.");
    }
}
