package mx.abasto.jobs.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mx.abasto.jobs.ledger.BalanceStep;
import org.junit.jupiter.api.Test;

/** The same inputs give the same bytes: no class and no SQL asks what time it is, or rolls dice (house rules 4, 5). */
class PureInTimeTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("mx.abasto");

    /** What Spark does not read, or what differs from run to run; comments and texts are taken out before. */
    private static final Pattern IMPURE = Pattern.compile(
            "\\b(now|today|current_date|current_timestamp|localtimestamp|random|uuid|gen_random_uuid|get_current_time"
                    + "|qualify|asof|exclude)\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    void theWallClockIsAskedThroughAnInjectedClockOnly() {
        DescribedPredicate<JavaCall<?>> now = target(nameMatching("now"))
                .and(target(owner(assignableTo(Temporal.class))))
                .and(target(rawParameterTypes(new Class<?>[0])).or(target(rawParameterTypes(ZoneId.class))));
        noClasses().should().callMethodWhere(calls(now)).check(PRODUCT);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(PRODUCT);
        noClasses().should().callConstructor(Date.class).check(PRODUCT);
    }

    @Test
    void theOneClockIsMadeWhereTheContextIs() {
        noClasses()
                .that()
                .haveNameNotMatching("mx\\.abasto\\.jobs\\.context\\.JobContext.*")
                .should()
                .callMethodWhere(calls(target(owner(assignableTo(Clock.class))).and(target(nameMatching("system.*")))))
                .check(PRODUCT);
    }

    private static DescribedPredicate<JavaMethodCall> calls(DescribedPredicate<JavaCall<?>> predicate) {
        return predicate.forSubtype();
    }

    @Test
    void noSqlAsksForTheTimeOrRollsDice() throws Exception {
        List<Path> scripts = scripts();
        assertThat(scripts).hasSizeGreaterThan(50);
        for (Path script : scripts) {
            String sql = Files.readString(script)
                    .replaceAll("--[^\n]*", "")
                    .replaceAll("'[^']*'", "''")
                    .toLowerCase(Locale.ROOT);
            assertThat(IMPURE.matcher(sql).results().map(found -> found.group()))
                    .as(script.toString())
                    .isEmpty();
        }
    }

    private static List<Path> scripts() throws IOException, URISyntaxException {
        Path ledger = Path.of(Objects.requireNonNull(BalanceStep.class.getResource("/ledger/cells.sql"))
                .toURI());
        Path resources = Objects.requireNonNull(
                Objects.requireNonNull(ledger.getParent()).getParent());
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }
}
