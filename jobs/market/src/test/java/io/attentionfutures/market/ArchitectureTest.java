package io.attentionfutures.market;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.attentionfutures.market",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule dependsOnTheJavaPlatformOnly =
            classes()
                    .that()
                    .resideInAPackage("io.attentionfutures.market..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "io.attentionfutures.market..");

    @ArchTest
    static final ArchRule neverLooksAtAClock =
            classes()
                    .that()
                    .resideInAPackage("io.attentionfutures.market..")
                    .should()
                    .onlyCallMethodsThat(
                            com.tngtech.archunit.base.DescribedPredicate.describe(
                                    "read no clock and no randomness",
                                    method ->
                                            !method.getName().equals("now")
                                                    && !method.getName().equals("nanoTime")
                                                    && !method.getName().equals("currentTimeMillis")
                                                    && !method.getName().equals("random")));

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.attentionfutures.market.(*)..").should().beFreeOfCycles();
}
