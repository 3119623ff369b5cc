package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder may be called whatever the file system allows: no name changes data; one that cannot be used is refused. */
class FolderNamesTest {
    private static final String CONFIGURATION = """
            abasto:
              lake: "%s/lake"
              work: "%s/work"
              reference: "%s/reference"
              pull: { settle: 0s }
              sources:
                - name: network
                  uri: "%s/extracts/{date}"
                  profile: canonical
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Path plain;

    @SuppressWarnings("NullAway.Init")
    private static List<String> expected;

    @BeforeAll
    static void runWherePathsArePlain() throws IOException {
        plain = folder.resolve("plain");
        SmallNetwork.generated(plain, 4, 1, 0);
        Path project = Files.createDirectories(folder.resolve("expected"));
        copyInto(project.resolve("data"));
        expected = movementsOf(project, configured(project, "data"));
        assertThat(expected).hasSizeGreaterThan(20);
    }

    private static void copyInto(Path target) throws IOException {
        for (String part : List.of("reference", "extracts")) {
            Path from = plain.resolve(part);
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Path copy = target.resolve(part).resolve(from.relativize(file));
                    Files.createDirectories(copy.resolveSibling(""));
                    Files.copy(file, copy);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    private static Path configured(Path project, String name) throws IOException {
        String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
        return Files.writeString(
                project.resolve("abasto.yml"), CONFIGURATION.formatted(quoted, quoted, quoted, quoted));
    }

    private static List<String> movementsOf(Path project, Path configuration) {
        RunCommand.with(configuration, "nightly", "--date", "2025-01-06").requireDone();
        RunCommand.with(configuration, "verify").requireDone();
        String sql = RunCommand.with(configuration, "sql", "--format", "csv", "select * from movements order by all")
                .requireDone()
                .out();
        assertThat(sql.lines()).as(project.toString()).hasSizeGreaterThan(20);
        return sql.lines().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clues=OCIMB000012",
                "business_date=2024-01-01/counted_on=2024-01-01/dispensed_quantity=7/extract=stock",
                "quantity=7/rows=1/lot=X/filename=x/sha256=0/file=x/row_no=1/bytes=1/source=SUPPLIER/taken=1"
            })
    void foldersThatAreCalledLikeColumnsChangeNothing(String name) throws IOException {
        Path project = Files.createDirectories(folder.resolve("columns-" + name.length()));
        copyInto(project.resolve(name));

        assertThat(movementsOf(project, configured(project, name))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a'b",
                "a%b%20c#d e",
                "a*b",
                "a?b/a[x]b",
                "a[b/*",
                "a]b{c},d&\"e/~f",
                "a$b/$1|ñ+",
                "@date@b/@@date@",
                "#{1+1}"
            })
    void aFolderMayHaveAnyCharacterThatNoPartGivesAMeaning(String name) throws IOException {
        Path project = Files.createDirectories(folder.resolve("in " + name.replace('/', ' ')));
        copyInto(project.resolve(name));

        assertThat(movementsOf(project, configured(project, name))).isEqualTo(expected);
    }

    @Test
    void aProjectMayLieInAFolderThatLooksLikeAPlaceholder() throws IOException {
        Path project = Files.createDirectories(folder.resolve("x ${home} #{1} y"));
        copyInto(project.resolve("data"));

        assertThat(movementsOf(project, configured(project, "data"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lake", "reference", "network"})
    void aSemicolonMayStandInEveryPathButThatOfTheWorkFolder(String key) throws IOException {
        Path project = Files.createDirectories(folder.resolve("semicolon-" + key));
        copyInto(project.resolve("data"));
        Path odd = Files.createDirectories(project.resolve("a;b"));
        copyInto(odd);
        Path configuration = configured(project, "data");
        String plainPath = key.equals("network") ? "data/extracts" : "data/" + key;
        Files.writeString(
                configuration, Files.readString(configuration).replace(plainPath, plainPath.replace("data", "a;b")));

        assertThat(movementsOf(project, configuration)).isEqualTo(expected);
    }

    /** Key, the character in a folder's name, as YAML writes it, and how the message names it. */
    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("work", "a;b", ";"),
                Arguments.of("work", "a\\\\b", "\\"),
                Arguments.of("work", "a\\nb", "LINE FEED (LF)"),
                Arguments.of("lake", "a\\\\b", "\\"),
                Arguments.of("lake", "a\\tb", "CHARACTER TABULATION"),
                Arguments.of("reference", "a\\\\b", "\\"),
                Arguments.of("sources[].uri", "a\\\\b", "\\"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void aCharacterThatCannotBeUsedIsNamedWithItsKey(String key, String name, String character) throws IOException {
        Path project = Files.createDirectories(folder.resolve("refused"));
        String part = key.equals("sources[].uri") ? "data/extracts" : "data/" + key;
        Path configuration = configured(project, "data");
        Files.writeString(configuration, Files.readString(configuration).replace(part, part.replace("data", name)));

        RunCommand.Result night = RunCommand.with(configuration, "nightly", "--date", "2025-01-06");

        assertThat(night.exit()).isEqualTo(3);
        assertThat(night.err())
                .startsWith(configuration + ": abasto." + key + " is the path '")
                .endsWith("which has the character " + character
                        + ", which no path here may have; use a folder of another name. Correct it and run the same"
                        + " command again.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"work", "lake", "reference", "extracts"})
    void aVariableThatIsNotSetIsNamedWithItsKey(String part) throws IOException {
        Path project = Files.createDirectories(folder.resolve("unset"));
        Path configuration = configured(project, "data");
        Files.writeString(
                configuration,
                Files.readString(configuration).replace("data/" + part, "${ABASTO_NO_SUCH_VARIABLE}/" + part));

        RunCommand.Result night = RunCommand.with(configuration, "nightly", "--date", "2025-01-06");

        assertThat(night.exit()).isEqualTo(3);
        assertThat(night.err())
                .isEqualTo(configuration + ": abasto." + (part.equals("extracts") ? "sources[].uri" : part)
                        + " is to come from the environment variable ABASTO_NO_SUCH_VARIABLE, which is not set."
                        + " Correct it and run the same command again.\n");
    }
}
