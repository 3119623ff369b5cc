package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines that cannot be understood: exit 2, what is wrong, where to read what is right. */
class UsageTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nightly --date 2025-1-6 | Invalid value for option '--date': '2025-1-6' is not a date; write it as"
                        + " 2025-01-06 | nightly",
                "nightly --date 2025-02-30 | Invalid value for option '--date': '2025-02-30' is not a date: February"
                        + " 2025 has 28 days; write one such as 2025-02-28 | nightly",
                "nightly --date 2025-13-01 | Invalid value for option '--date': '2025-13-01' is not a date: months go"
                        + " from 01 to 12; write one such as 2025-12-20 | nightly",
                "nightly --date 20/01/2025 | Invalid value for option '--date': '20/01/2025' is not a date; write it as"
                        + " 2025-01-20 | nightly",
                "nightly --date 20250120 | Invalid value for option '--date': '20250120' is not a date; write it as"
                        + " 2025-01-20 | nightly",
                "nightly --date 2025-W03 | Invalid value for option '--date': '2025-W03' is not a date; write it as"
                        + " 2025-01-13 | nightly",
                "catch-up --from 2025-04-31 --until 2025-05-01 | Invalid value for option '--from': '2025-04-31' is not"
                        + " a date: April 2025 has 30 days; write one such as 2025-04-30 | catch-up",
                "show discrepancies --date 2025-00-01 | Invalid value for option '--date': '2025-00-01' is not a date:"
                        + " months go from 01 to 12; write one such as 2025-01-20 | show discrepancies",
                "quarantine --date 2025-01-00 | Invalid value for option '--date': '2025-01-00' is not a date: January"
                        + " 2025 has 31 days; write one such as 2025-01-01 | quarantine",
                "generate --sites 4 --claves 5 --nights 1 --seed 1 --out x --from 2025-02-29 | Invalid value for option"
                        + " '--from': '2025-02-29' is not a date: February 2025 has 28 days; write one such as 2025-02-28"
                        + " | generate",
                "profile check --profile canonical --file x --date 2025-06-31 | Invalid value for option '--date':"
                        + " '2025-06-31' is not a date: June 2025 has 30 days; write one such as 2025-06-30"
                        + " | profile check",
                "nightly | Missing required option: '--date=D' | nightly",
                "catch-up --until tomorrow | Invalid value for option '--until': 'tomorrow' is not a date; write it as"
                        + " 2025-01-20 | catch-up",
                "weekly --week 2025-3 | Invalid value for option '--week': '2025-3' is not a week; write it as 2025-W03"
                        + " | weekly",
                "weekly --week 2025-W3 | Invalid value for option '--week': '2025-W3' is not a week; write it as"
                        + " 2025-W03 | weekly",
                "weekly --week 2025-W53 | Invalid value for option '--week': '2025-W53' is not a week: 2025 has 52 weeks,"
                        + " from 2025-W01 to 2025-W52 | weekly",
                "weekly --week 2026-W54 | Invalid value for option '--week': '2026-W54' is not a week: 2026 has 53 weeks,"
                        + " from 2026-W01 to 2026-W53 | weekly",
                "weekly --week 2025-W00 | Invalid value for option '--week': '2025-W00' is not a week: 2025 has 52 weeks,"
                        + " from 2025-W01 to 2025-W52 | weekly",
                "weekly --week 2025-01-15 | Invalid value for option '--week': '2025-01-15' is not a week; write it as"
                        + " 2025-W03 | weekly",
                "show inventory --week 2025-13-01 | Invalid value for option '--week': '2025-13-01' is not a week; write"
                        + " it as 2025-W03 | show inventory",
                "show discrepancies --week 2024-W53 | Invalid value for option '--week': '2024-W53' is not a week: 2024"
                        + " has 52 weeks, from 2024-W01 to 2024-W52 | show discrepancies",
                "show | Say what to show: nights, weeks, discrepancies, inventory, sites, suggestions or restatement. | show",
                "show nights --limit 0 | --limit is 0; it must be 1 or more. | show nights",
                "show nights --limit few | Invalid value for option '--limit': 'few' is not a whole number"
                        + " | show nights",
                "show nights --width 10 | --width is 10; it must be 40 or more. | show nights",
                "show nights --format xml | Invalid value for option '--format': expected one of [TABLE, CSV, JSON]"
                        + " (case-insensitive) but was 'xml' | show nights",
                "show discrepancies --date 2025-01-06 --week 2025-W02 | --date and --week cannot both be given: name a"
                        + " night or a week. | show discrepancies",
                "show discrepancies --state 33 | Invalid value for option '--state' (NN): '33' is not a state; write"
                        + " its INEGI code, 01 to 32, such as 20 for Oaxaca | show discrepancies",
                "show discrepancies --clues OC12 | Invalid value for option '--clues' (CLUES): 'OC12' is not a CLUES;"
                        + " write 5 letters and 6 digits, such as OCIMB000012 | show discrepancies",
                "show discrepancies --clave 10.4 | Invalid value for option '--clave' (CLAVE): '10.4' is not a clave;"
                        + " write it with its points, such as 010.000.0104.00 | show discrepancies",
                "show discrepancies --severity BAD | Invalid value for option '--severity' (WORD): expected one of"
                        + " [LOW, MEDIUM, HIGH, CRITICAL] (case-insensitive) but was 'BAD' | show discrepancies",
                "show discrepancies --status OLD | Invalid value for option '--status' (WORD): expected one of [NEW,"
                        + " PERSISTING, REOPENED, RESOLVED, SUPERSEDED] (case-insensitive) but was 'OLD' | show discrepancies",
                "show inventory --status GONE | Invalid value for option '--status' (WORD): expected one of"
                        + " [NOT_REPORTED, OUT, NO_DEMAND, LOW, OVER, OPTIMAL] (case-insensitive) but was 'GONE'"
                        + " | show inventory",
                "show inventory --revision 2 | --revision needs the week that it is of: add --week W."
                        + " | show inventory",
                "generate --sites 1 --claves 5 --nights 1 --seed 1 --out nowhere | 1 sites are too few: ask for 4 or"
                        + " more (two warehouses, a hospital, a centre). | generate",
                "generate --claves 5 --nights 1 --seed 1 --out nowhere | Missing required option: '--sites=N'; or ask for"
                        + " --national. | generate",
                "generate --national --sites 5 --out nowhere | --national and --sites cannot both be given: the nation"
                        + " has the sites, claves and faults that it has. | generate",
                "generate --national --faults 0 --out nowhere | --national and --faults cannot both be given: the nation"
                        + " has the sites, claves and faults that it has. | generate",
                "generate --states 2 --out nowhere | --states needs --national: add it. | generate",
                "generate --small-files --out nowhere | --small-files needs --national: add it. | generate",
                "generate --national --states 26 --out nowhere | 26 states cannot be made: ask for 1 to 25. | generate",
                "generate --national --nights 57 --out nowhere | 57 nights cannot be made: ask for 1 to 56. | generate",
                "generate --national --state 01 --out nowhere | state 01 has no units in the register. | generate"
            })
    void aWrongCommandLineIsToldWhatIsPossible(String line, String message, String command) {
        Ran.abasto(line.split(" ")).refusedWith(2, message, "See: abasto " + command + " --help");
    }

    @Test
    void aMistypedCommandIsToldWhatWasMeant() {
        Ran.abasto("show", "inventroy")
                .refusedWith(
                        2,
                        "Unmatched argument at index 1: 'inventroy'",
                        "See: abasto show --help",
                        "Did you mean: show inventory or show restatement?");
    }

    @Test
    void generateLeavesAFolderAloneThatHoldsANetwork() throws IOException {
        Files.createDirectory(folder.resolve("reference"));

        Ran.abasto("generate", "--sites", "4", "--claves", "5", "--nights", "1", "--seed", "1", "--out", "" + folder)
                .refusedWith(
                        2,
                        folder.resolve("reference") + " exists already: choose an empty folder, or remove it first.",
                        "See: abasto generate --help");
        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("reference"));
    }

    @Test
    void generateSaysWhenItsFolderCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Ran.abasto("generate", "--sites", "4", "--claves", "5", "--nights", "1", "--seed", "1", "--out", "" + file)
                .refusedWith(
                        3,
                        "cannot make the folder %s. Name a folder that can be made and written to, and remove what was"
                                        .formatted(file)
                                + " begun in " + file + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nightly",
                "catch-up",
                "weekly",
                "generate",
                "show",
                "show nights",
                "show weeks",
                "show discrepancies",
                "show inventory",
                "verify",
                "sql",
                "prune"
            })
    void everyCommandExplainsItself(String command) {
        Ran ran = Ran.abasto(Ran.with(command.split(" "), "--help"));

        assertThat(ran.lines()).first().asString().startsWith("Usage: abasto " + command);
        assertThat(ran.out()).contains("--config=FILE", "-h, --help");
    }
}
