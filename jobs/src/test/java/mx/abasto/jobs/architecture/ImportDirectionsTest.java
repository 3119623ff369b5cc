package mx.abasto.jobs.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Imports point down only (architecture, Rooms). */
class ImportDirectionsTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("mx.abasto");

    private static final List<String> STEPS =
            List.of("extract", "ledger", "reconcile", "inventory", "report", "synthetic");
    private static final List<String> JOBS = List.of("nightly", "weekly");

    private static String room(String name) {
        return "mx.abasto.jobs." + name + "..";
    }

    private static String[] rooms(List<String> names) {
        return names.stream().map(ImportDirectionsTest::room).toArray(String[]::new);
    }

    @Test
    void everyRoomIsSeen() {
        List<String> packages =
                PRODUCT.stream().map(found -> found.getPackageName()).distinct().toList();
        assertThat(packages)
                .contains(
                        "mx.abasto.common.lake",
                        "mx.abasto.jobs.run",
                        "mx.abasto.jobs.settings",
                        "mx.abasto.jobs.context",
                        "mx.abasto.jobs.story",
                        "mx.abasto.jobs.cli");
        Stream.concat(STEPS.stream(), JOBS.stream())
                .forEach(name -> assertThat(packages).contains("mx.abasto.jobs." + name));
    }

    @Test
    void commonKnowsNoJobAndNoSchedule() {
        noClasses()
                .that()
                .resideInAPackage("mx.abasto.common..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("mx.abasto.jobs..", "mx.abasto.schedules..")
                .check(PRODUCT);
    }

    @Test
    void commonKnowsNoSpring() {
        noClasses()
                .that()
                .resideInAPackage("mx.abasto.common..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(PRODUCT);
    }

    @Test
    void jobsKnowNoSchedule() {
        noClasses()
                .that()
                .resideInAPackage("mx.abasto.jobs..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("mx.abasto.schedules..")
                .check(PRODUCT);
    }

    @TestFactory
    Stream<DynamicTest> aStepKnowsNoOtherStep() {
        return STEPS.stream()
                .map(step -> DynamicTest.dynamicTest(step, () -> noClasses()
                        .that()
                        .resideInAPackage(room(step))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(rooms(STEPS.stream()
                                .filter(other -> !other.equals(step))
                                .toList()))
                        .check(PRODUCT)));
    }

    @Test
    void stepsAndTheirRunKnowNoJob() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        rooms(Stream.concat(STEPS.stream(), Stream.of("run")).toList()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms(JOBS))
                .check(PRODUCT);
    }

    @Test
    void theRunKnowsNoStep() {
        noClasses()
                .that()
                .resideInAPackage(room("run"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms(STEPS))
                .check(PRODUCT);
    }

    @Test
    void storiesKnowTheLakeAndNoRoomOfTheJobs() {
        noClasses()
                .that()
                .resideInAPackage(room("story"))
                .should()
                .dependOnClassesThat(resideInAPackage("mx.abasto.jobs..").and(resideOutsideOfPackage(room("story"))))
                .check(PRODUCT);
        classes()
                .that()
                .resideInAPackage(room("story"))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage(room("story"), room("cli"))
                .check(PRODUCT);
    }

    @Test
    void theJobsDoNotKnowEachOther() {
        slices().matching("mx.abasto.jobs.(nightly|weekly)..")
                .should()
                .notDependOnEachOther()
                .check(PRODUCT);
    }

    @Test
    void theJobsAndTheirStepsKnowNeitherTheirContextNorTheConfigurationFile() {
        noClasses()
                .that()
                .resideInAnyPackage(rooms(Stream.of(STEPS, JOBS, List.of("run", "pull", "story"))
                        .flatMap(List::stream)
                        .toList()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(room("context"), room("settings"))
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage(room("settings"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(room("context"), room("run"), room("nightly"), room("weekly"))
                .check(PRODUCT);
    }

    @Test
    void nothingButItselfKnowsTheCommandLine() {
        classes()
                .that()
                .resideInAPackage(room("cli"))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage(room("cli"))
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackage(room("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(PRODUCT);
    }
}
