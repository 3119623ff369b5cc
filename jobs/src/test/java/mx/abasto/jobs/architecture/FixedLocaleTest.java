package mx.abasto.jobs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.InputStream;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import mx.abasto.common.model.FixedLocale;
import org.junit.jupiter.api.Test;

/** Nothing formats or reads by the locale of whoever starts a program. */
class FixedLocaleTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("mx.abasto");

    @Test
    void aProgramFixesItsLocaleBeforeItDoesAnythingElse() {
        List<JavaMethod> mains = PRODUCT.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().equals("main"))
                .toList();
        assertThat(mains).isNotEmpty();
        assertThat(mains).allSatisfy(main -> assertThat(main.getMethodCallsFromSelf().stream()
                        .min(Comparator.comparing(JavaAccess::getLineNumber))
                        .map(call -> call.getTargetOwner().getFullName()))
                .as(main.getFullName())
                .contains(FixedLocale.class.getName()));
    }

    @Test
    void nothingAsksForTheDefaultLocaleOrUsesItUnasked() {
        noClasses().should().callMethod(Locale.class, "getDefault").check(PRODUCT);
        noClasses().should().callMethod(String.class, "toUpperCase").check(PRODUCT);
        noClasses().should().callMethod(String.class, "toLowerCase").check(PRODUCT);
        noClasses()
                .should()
                .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
                .check(PRODUCT);
        noClasses().should().callMethod(NumberFormat.class, "getInstance").check(PRODUCT);
        noClasses().should().callConstructor(DecimalFormat.class, String.class).check(PRODUCT);
        noClasses()
                .should()
                .callConstructor(SimpleDateFormat.class, String.class)
                .check(PRODUCT);
        noClasses().should().callConstructor(Scanner.class, InputStream.class).check(PRODUCT);
    }
}
