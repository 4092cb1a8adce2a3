package io.attentionfutures.market;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Set<String> CLOCKS_AND_DICE =
            Set.of("now", "nanoTime", "currentTimeMillis", "random", "identityHashCode");

    private static final JavaClasses MARKET =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.attentionfutures.market");

    @Test
    void looksAtTheMarketsClasses() {
        assertThat(MARKET.size()).isGreaterThan(30);
    }

    @Test
    void dependsOnTheJavaPlatformOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.attentionfutures.market..")
                .check(MARKET);
    }

    @Test
    void looksAtNoClockAndThrowsNoDice() {
        classes()
                .should()
                .onlyCallMethodsThat(
                        describe(
                                "read no clock and no randomness",
                                (JavaMethod method) -> !CLOCKS_AND_DICE.contains(method.getName())))
                .check(MARKET);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.attentionfutures.market.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MARKET);
    }
}
