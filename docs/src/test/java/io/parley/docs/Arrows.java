package io.parley.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Arrays;
import java.util.stream.Stream;

/** Rules of the form: from here only to there, from here never to there. */
record Arrows(GivenClassesConjunction some, GivenClassesConjunction none) {

    static Arrows from(String... packages) {
        return new Arrows(
                classes().that().resideInAnyPackage(packages),
                noClasses().that().resideInAnyPackage(packages));
    }

    static Arrows fromOutside(String... packages) {
        return new Arrows(
                classes().that().resideOutsideOfPackages(packages),
                noClasses().that().resideOutsideOfPackages(packages));
    }

    ArchRule onlyTo(String[] packages, String... more) {
        String[] all = Stream.of(packages, more).flatMap(Arrays::stream).toArray(String[]::new);
        return some.should().onlyDependOnClassesThat().resideInAnyPackage(all);
    }

    ArchRule neverTo(String... packages) {
        return none.should().dependOnClassesThat().resideInAnyPackage(packages);
    }
}
