package mx.abasto.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mx.abasto.common.lake.NightlyDatasets;
import mx.abasto.common.lake.RunJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of one's own: what is refused and how, what nights make of them, and the commands about rules. */
class RulesCommandTest {
    private static final String SQL = """
            -- Stock of ten pieces or more.
            select
                clues,
                null as counterpart_clues,
                clave,
                lot,
                null as document_no,
                9 as expected_quantity,
                book as actual_quantity
            from stock_balance
            where book >= 10
            """;

    private static final String YML = """
            rule: MIO-01
            version: 7
            kind: condition
            severity: LOW
            counts_pieces: true
            evidence: cell
            suppresses: []
            title:
              es: Mucha existencia
              en: Much stock
            explanation:
              es: "{site} tiene {actual} piezas."
              en: "{site} has {actual} pieces."
            examples:
            - name: Ten are listed
              given:
                stock_balance: [{clues: OCIMB000123, clave: 010.000.0104.00, lot: A1, book: 10}]
              expect:
                - {clues: OCIMB000123, lot: A1, actual_quantity: 10}
            - name: Nine are not
              given:
                stock_balance: [{clues: OCIMB000123, clave: 010.000.0104.00, lot: A1, book: 9}]
              expect: []
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path rules;

    @BeforeEach
    void configure() throws IOException {
        rules = Files.createDirectory(folder.resolve("own"));
        Files.createDirectory(folder.resolve("reference"));
        Files.writeString(folder.resolve("abasto.yml"), """
                abasto:
                  lake: lake
                  work: work
                  reference: reference
                  rules:
                    extra: own
                  sources:
                    - name: units
                      uri: extracts/{date}
                """);
    }

    private void write(String code, String sql, String yml) throws IOException {
        Files.writeString(rules.resolve(code + ".sql"), sql);
        Files.writeString(rules.resolve(code + ".yml"), yml);
    }

    private Ran abasto(String... arguments) {
        return Ran.abasto(
                Ran.with(new String[] {"--config", folder.resolve("abasto.yml").toString()}, arguments));
    }

    /** Every way to look at the rules refuses alike, and a night before it has begun anything. */
    private void requireRefused(String message) {
        abasto("rules", "list").refusedWith(3, message);
        abasto("nightly", "--date", "2025-01-06").refusedWith(3, message);
        assertThat(folder.resolve("lake")).doesNotExist();
        assertThat(folder.resolve("work/repository")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "severity: LOW | severity: [LOW | (line 5): while parsing a flow sequence, expected ',' or ']', but"
                        + " got :",
                "version: 7 | vresion: 7 | (line 2): vresion is not a key that is known; there are rule, version, kind,"
                        + " severity, weighs_findings, counts_pieces, evidence, suppresses, title, explanation,"
                        + " explanation_without_numbers, meaning, next, examples",
                "version: 7 | version: 0 | : its version is 0; it must be 1 or more",
                "severity: LOW | severity: GRAVE | (line 4): 'GRAVE' must be one of low, medium, high, critical",
                "kind: condition¶ | | : it has no key kind",
                "en: Much stock | fr: Beaucoup | (line 8): it has no key en",
                "rule: MIO-01 | rule: MIO-02 | (line 1): it names the rule MIO-02, unlike its file",
                "suppresses: [] | suppresses: [SHP-99] | : it suppresses SHP-99, which is no rule",
                "suppresses: [] | suppresses: []¶sql: select 1 | (line 8): sql is not a key that is known; there are rule,"
                        + " version, kind, severity, weighs_findings, counts_pieces, evidence, suppresses, title, explanation,"
                        + " explanation_without_numbers, meaning, next, examples",
                "has {actual} | has {actaul} | (line 11): an explanation has no place {actaul}",
                "version: 7 | version: 7¶version: 8 | (line 3): Duplicate Object property \"version\"",
            })
    void aBrokenDescriptionIsRefusedWithItsLine(String what, String instead, String problem) throws IOException {
        write("MIO-01", SQL, YML.replace(what.replace("¶", "\n"), instead == null ? "" : instead.replace("¶", "\n")));

        requireRefused("The rule file %s/MIO-01.yml cannot be used%s. Correct it and run the same command again."
                .formatted(rules, problem.startsWith("(") ? " " + problem : problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "from stock_balance | form stock_balance | (line 10): Parser Error: syntax error at or near \"form\"",
                "from stock_balance | from stocks | (line 10): Catalog Error: Table with name stocks does not exist",
                "from stock_balance | from key_day | (line 10): Catalog Error: Table with name key_day does not exist",
                "book >= 10 | boook >= 10 | (line 11): Binder Error: Referenced column \"boook\" not found in FROM clause",
                "    lot,¶ | | : it does not give lot",
                "    lot, | lot, 1 as pieces, | : it gives pieces besides clues, counterpart_clues, clave, lot,"
                        + " document_no, expected_quantity, actual_quantity",
                "9 as | 'nine' as | : its expected_quantity is VARCHAR; it must be a number",
                "null as document_no | current_date as document_no | : its document_no is DATE; it must be a text",
                "book >= 10 | book >= 10; | (line 11): Parser Error: syntax error at or near \";\""
            })
    void brokenSqlIsRefusedWithItsLine(String what, String instead, String problem) throws IOException {
        write("MIO-01", SQL.replace(what.replace("¶", "\n"), instead == null ? "" : instead), YML);

        requireRefused("The rule file %s/MIO-01.sql cannot be used%s. Correct it and run the same command again."
                .formatted(rules, problem.startsWith("(") ? " " + problem : problem));
    }

    @Test
    void aRuleThatWeighsItsFindingsGivesTheirSeverity() throws IOException {
        write("MIO-01", SQL, YML.replace("severity: LOW", "severity: LOW\nweighs_findings: true"));

        requireRefused(
                "The rule file %s/MIO-01.sql cannot be used: it does not give severity. Correct it and run the same command again."
                        .formatted(rules));
    }

    @Test
    void aRuleThatDoesNotWeighItsFindingsGivesNoSeverity() throws IOException {
        write("MIO-01", SQL.replace("    lot,\n", "    lot, 'HIGH' as severity,\n"), YML);

        requireRefused(
                "The rule file %s/MIO-01.sql cannot be used: it gives severity besides clues, counterpart_clues, clave, lot, document_no, expected_quantity, actual_quantity. Correct it and run the same command again."
                        .formatted(rules));
    }

    @Test
    void aRuleWithoutOneOfItsFilesIsRefused() throws IOException {
        Path sql = Files.writeString(rules.resolve("MIO-01.sql"), SQL);
        requireRefused("There is no rule file %s/MIO-01.yml beside MIO-01.sql. A rule is both; add the one or remove"
                        .formatted(rules)
                + " the other.");

        Files.delete(sql);
        Files.writeString(rules.resolve("MIO-01.yml"), YML);
        requireRefused("There is no rule file %s/MIO-01.sql beside MIO-01.yml. A rule is both; add the one or remove"
                        .formatted(rules)
                + " the other.");
    }

    @Test
    void aFileThatIsNamedAfterNoCodeIsRefused() throws IOException {
        Path file = Files.writeString(rules.resolve("mine.sql"), SQL);

        requireRefused("The rule file %s is not named after a code such as MIO-01. Rename it.".formatted(file));
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        write("MIO-01", SQL, YML);
        Path file = Files.write(rules.resolve("MIO-01.yml"), "título".getBytes(StandardCharsets.ISO_8859_1));

        requireRefused(
                "The rule file %s is not UTF-8. Save it as UTF-8 and run the same command again.".formatted(file));
    }

    @Test
    void aMissingFolderIsRefused() throws IOException {
        Files.delete(rules);

        requireRefused("There is no folder %s, where rules of one's own should be. Correct abasto.rules.extra in"
                        .formatted(rules)
                + " abasto.yml.");
    }

    @Test
    void aListNamesWhereEachRuleComesFrom() throws IOException {
        write("MIO-01", SQL, YML);
        write("STK-04", SQL, YML.replace("MIO-01", "STK-04"));
        Files.writeString(rules.resolve("LEEME.txt"), "Not a rule.");

        assertThat(abasto("rules", "list", "--language", "es", "--width", "100").lines())
                .hasSize(2 + 35)
                .contains(
                        "MIO-01        7  LOW       CONDITION  extra       Mucha existencia",
                        "STK-03        2  HIGH      CONDITION  ours        Lote sin entrada",
                        "STK-04        7  LOW       CONDITION  overriding  Mucha existencia");
        assertThat(abasto("rules", "list").out()).contains("Much stock").doesNotContain("Mucha");
    }

    @Test
    void examplesThatHoldAreCounted() throws IOException {
        write("MIO-01", SQL, YML);

        assertThat(abasto("rules", "test", "--rule", "mio-01").lines()).containsExactly("2 examples of 1 rule hold.");
        assertThat(abasto("rules", "test").out()).endsWith(" examples of 35 rules hold.\n");
    }

    @Test
    void anExampleThatDoesNotHoldIsNamedWithTheRowsExpectedAndFound() throws IOException {
        write("MIO-01", SQL.replace(">= 10", ">= 9"), YML);

        abasto("rules", "test")
                .refusedWith(
                        3,
                        "The example \"Nine are not\" of MIO-01 does not hold.",
                        "Expected: no row",
                        "Found:",
                        "  {clues=OCIMB000123, counterpart_clues=null, clave=010.000.0104.00, lot=A1, document_no=null,"
                                + " expected_quantity=9, actual_quantity=9}",
                        abasto("rules", "test").err().lines().reduce("", (first, last) -> last));
        assertThat(abasto("rules", "test").err()).contains("1 of ", " examples do not hold. Correct the rule or");
    }

    @Test
    void anExampleOfARelationThatThereIsNotIsNamed() throws IOException {
        write("MIO-01", SQL, YML.replace("stock_balance: [{clues", "stocks: [{clues"));

        assertThat(abasto("rules", "test", "--rule", "MIO-01").err())
                .startsWith(
                        "The example \"Ten are listed\" of MIO-01 does not hold.\nIt cannot be run: The SQL of stocks"
                                + " failed: ")
                .contains("Table with name stocks does not exist");
    }

    @Test
    void aRuleThatThereIsNotIsMisuse() {
        Ran ran = abasto("rules", "test", "--rule", "MIO-09");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("There is no rule MIO-09; there are DSP-01, ");
    }

    @Test
    void aCommandWithoutAVerbIsMisuse() {
        Ran ran = abasto("rules");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("Say what to do with the rules: list, test or docs.");
    }

    @Test
    void aPageSaysAllThatARuleIs() throws IOException {
        write("MIO-01", SQL, YML.replace("suppresses: []", "suppresses: [STK-01]"));

        String page = abasto("rules", "docs", "--language", "es").out();

        assertThat(page)
                .startsWith("# Catálogo de reglas\n")
                .contains("| [MIO-01](#mio-01) | Mucha existencia | baja | condición: se lista")
                .contains("""
                        ## MIO-01 Mucha existencia

                        - Versión: 7
                        - Gravedad: baja
                        - Tipo: condición: se lista cada noche en que se cumple
                        - Procedencia: regla propia
                        - Lo que encuentra queda fuera de: STK-01

                        **Lo que dice de un hallazgo**

                        > {site} tiene {actual} piezas.

                        **Ejemplos**

                        - Ten are listed (se encuentra)
                        - Nine are not (no se encuentra)

                        ```sql
                        %s```
                        """.formatted(SQL));
        assertThat(abasto("rules", "docs", "--language", "en").out())
                .startsWith("# Catalogue of rules\n")
                .contains("> {site} has {actual} pieces.");
    }

    /** A network of two nights, held against the rules in the folder. */
    private SmallNetwork network() {
        SmallNetwork network = SmallNetwork.generated(folder.resolve("network"), 4, 2, 0);
        network.configure("abasto:\n", "abasto:\n  rules:\n    extra: " + rules + "\n");
        return network;
    }

    @Test
    void whatARuleOfOnesOwnFindsIsExplainedInItsOwnWords() throws IOException {
        write("MIO-01", SQL, YML.replace("examples:", """
                meaning:
                  es: Diez piezas bastan.
                  en: Ten pieces are enough.
                next:
                  es: Preste algunas.
                  en: Lend some.
                examples:"""));
        SmallNetwork network = network();
        network.abasto("nightly", "--date", "2025-01-06").lines();
        String id = network.query(
                        SmallNetwork.OPENING, NightlyDatasets.DISCREPANCIES, "min(discrepancy_id)", "rule = 'MIO-01'")
                .get(0);

        assertThat(network.abasto("explain", id, "--language", "en").out())
                .contains("MIO-01 Much stock", "Ten pieces are enough.", "Lend some.");
        assertThat(abasto("rules", "docs", "--language", "es").out())
                .contains("**Qué significa**\n\nDiez piezas bastan.\n", "**Qué hacer**\n\nPreste algunas.\n");
    }

    @Test
    void whatARuleThatIsTakenOutHadOpenIsResolvedWithItsLastWords() throws IOException {
        write("MIO-01", SQL, YML);
        write("MIO-02", SQL, YML.replace("MIO-01", "MIO-02").replace("kind: condition", "kind: event"));
        SmallNetwork network = network();
        network.abasto("nightly", "--date", "2025-01-06").lines();
        Files.delete(rules.resolve("MIO-01.sql"));
        Files.delete(rules.resolve("MIO-01.yml"));
        Files.delete(rules.resolve("MIO-02.sql"));
        Files.delete(rules.resolve("MIO-02.yml"));
        network.abasto("nightly", "--date", "2025-01-07").lines();

        String numbers = "discrepancy_id, severity, value_at_risk, expected_quantity, actual_quantity, rule_version";
        List<String> open = network.query(
                SmallNetwork.OPENING, NightlyDatasets.DISCREPANCIES, numbers, "rule = 'MIO-01' order by all");
        assertThat(open).isNotEmpty();
        assertThat(network.query(
                        SmallNetwork.OPENING.plusDays(1),
                        NightlyDatasets.DISCREPANCIES,
                        numbers,
                        "rule = 'MIO-01' and status = 'RESOLVED' and family = 'MIO' and first_seen_on = '2025-01-06'"
                                + " and explanation_en like '% has % pieces. The rule is no longer in the catalogue,"
                                + " so that nobody looks whether this still holds.' order by all"))
                .isEqualTo(open);
        assertThat(network.query(
                        SmallNetwork.OPENING.plusDays(1),
                        NightlyDatasets.DISCREPANCIES,
                        "count(*)",
                        "rule in ('MIO-01', 'MIO-02') and status <> 'RESOLVED' or rule = 'MIO-02'"))
                .containsExactly("0");
    }

    @Test
    void aNightIsHeldAgainstRulesOfOnesOwnAndKeepsTheirVersionAndHash() throws IOException {
        write("MIO-01", SQL, YML);
        SmallNetwork network = network();
        network.abasto("nightly", "--date", "2025-01-06").lines();

        assertThat(network.query(
                        SmallNetwork.OPENING,
                        NightlyDatasets.DISCREPANCIES,
                        "distinct family, rule_version, severity in ('LOW', 'MEDIUM')",
                        "rule = 'MIO-01'"))
                .containsExactly("MIO,7,true");
        RunJson runJson =
                network.lake().night(SmallNetwork.OPENING).orElseThrow().runJson();
        assertThat(runJson.ruleVersions()).contains(Map.entry("MIO-01", 7)).hasSize(35);
        assertThat(runJson.inputs().stream()
                        .map(RunJson.Item::path)
                        .filter(path -> path.startsWith("rules/"))
                        .toList())
                .isEqualTo(List.of("rules/MIO-01.sql", "rules/MIO-01.yml"));
    }
}
