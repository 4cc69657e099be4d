package io.weir.e2e.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules inside and between modules that no compiler checks. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages("io.weir");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schemas",
                "engine",
                "platform",
                "messaging",
                "client",
                "scanapi",
                "correlator",
                "edge",
                "launcher"
            })
    void packagesOfAModuleFormNoCycle(String module) {
        assertThat(MAIN.stream().filter(inModule(module)::test)).isNotEmpty();
        // A module of one package has no slices.
        slices().matching("io.weir." + module + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void everyModuleIsLookedAt() {
        Set<String> modules = new TreeSet<>();
        MAIN.forEach(type -> modules.add(type.getPackageName().split("\\.")[2]));

        assertThat(modules)
                .containsExactly(
                        "client",
                        "correlator",
                        "edge",
                        "engine",
                        "launcher",
                        "messaging",
                        "platform",
                        "scanapi",
                        "schemas");
    }

    @Test
    void judgementAsksNoClock() {
        noneIn("engine")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(MAIN);
    }

    @Test
    void judgementStartsNoThreadAndAsksNoEnvironmentAndNoChance() {
        noneIn("engine")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, ProcessHandle.class, ProcessBuilder.class)
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|SplittableRandom|Timer|random\\..*)")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.security\\.SecureRandom")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.concurrent\\.(.*Executor.*|ForkJoin.*|ThreadLocalRandom|CompletableFuture)")
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .check(MAIN);
    }

    @Test
    void judgementReachesNoNetworkNoFileAndNoLog() {
        noneIn("engine")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.nio.file..", "java.nio.channels..", "org.slf4j..", "java.lang.management.."))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile)")
                .orShould()
                .dependOnClassesThat()
                // Percent codes are text, whatever package they stand in.
                .haveNameMatching("java\\.net\\.(?!URLEncoder|URLDecoder).*")
                .check(MAIN);
    }

    @Test
    void jacksonIsKnownToPayloadsAndFilesOfRulesOnly() {
        noClasses()
                .that(inModule("engine"))
                .and()
                .resideOutsideOfPackages(
                        "io.weir.engine.payload..",
                        "io.weir.engine.pattern..",
                        "io.weir.engine.rule..",
                        "io.weir.engine.gitleaks..",
                        "io.weir.engine.tenant..",
                        "io.weir.engine.policy.text..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.."))
                .check(MAIN);
    }

    @Test
    void eachTechnologyStaysAtItsRim() {
        noneIn("scanapi")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.kafka.."))
                .check(MAIN);
        noneIn("correlator")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.javalin..", "org.eclipse.jetty.."))
                .check(MAIN);
        noneIn("edge")
                .should()
                .dependOnClassesThat(resideInAPackage("io.weir.engine.."))
                .check(MAIN);
        noneIn("platform")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.apache.kafka..", "io.javalin..", "org.eclipse.jetty..", "com.sun.net.."))
                .check(MAIN);
        noneIn("schemas")
                .should()
                .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.databind.."))
                .check(MAIN);
    }

    @Test
    void whatHoldsConfigurationIsARecord() {
        classes()
                .that()
                .haveNameMatching(".+\\.[A-Za-z]+(Config|Settings)")
                .and(holdValues())
                .should()
                .beRecords()
                .check(MAIN);
    }

    @Test
    void onlyMainsExit() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(MAIN);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.weir.launcher..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(MAIN);
    }

    @Test
    void logsGoThroughOneDoor() {
        // The launcher brings the logging back end and may set how much it says.
        noClasses()
                .that()
                .resideOutsideOfPackage("io.weir.launcher..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.util.logging..", "ch.qos.logback..", "org.apache.log4j.."))
                .check(MAIN);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : MAIN) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    private static DescribedPredicate<JavaClass> holdValues() {
        return DescribedPredicate.describe(
                "hold values",
                type -> type.getFields().stream()
                        .anyMatch(field -> !field.getModifiers().contains(JavaModifier.STATIC)));
    }

    private static GivenClassesConjunction noneIn(String module) {
        return noClasses().that(inModule(module));
    }

    private static DescribedPredicate<JavaClass> inModule(String module) {
        return resideInAPackage("io.weir." + module + "..");
    }
}
