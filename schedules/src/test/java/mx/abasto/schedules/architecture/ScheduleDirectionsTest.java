package mx.abasto.schedules.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Imports point down only: service → due → plan; nothing of the scheduler knows the jobs' command line. */
class ScheduleDirectionsTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("mx.abasto.schedules");

    private static void requireUnknown(String room, String... others) {
        noClasses()
                .that()
                .resideInAPackage("mx.abasto.schedules." + room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(PRODUCT);
    }

    @Test
    void aPlanKnowsNeitherWhatIsDueNorTheService() {
        requireUnknown("plan", "mx.abasto.schedules.due", "mx.abasto.schedules.service");
    }

    @Test
    void whatIsDueDoesNotKnowTheService() {
        requireUnknown("due", "mx.abasto.schedules.service");
    }

    @Test
    void theJobsCommandLineIsTheirOwn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("mx.abasto.jobs.cli")
                .check(PRODUCT);
    }
}
