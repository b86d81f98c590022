package io.parley.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds {@code @Requirement} in the compiled tests of all modules. */
final class EvidenceScan {

    private static final String REQUIREMENT = "io.parley.spec.Requirement";
    private static final List<String> DISABLED = List.of(
            "org.junit.jupiter.api.Disabled", "net.jqwik.api.Disabled", "com.tngtech.archunit.junit.ArchIgnore");
    private static final List<String> TEST = List.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.TestFactory",
            "org.junit.jupiter.api.TestTemplate",
            "net.jqwik.api.Property",
            "com.tngtech.archunit.junit.ArchTest");

    private EvidenceScan() {}

    static List<Evidence> ofAllModules() {
        List<Path> paths = Modules.PACKAGES.keySet().stream()
                .map(Modules::testClasses)
                .filter(Files::exists)
                .toList();
        return of(new ClassFileImporter().importPaths(paths));
    }

    static List<Evidence> of(JavaClasses classes) {
        List<Evidence> found = new ArrayList<>();
        for (JavaClass type : classes) {
            ids(type).forEach(id -> found.add(new Evidence(id, name(type), Optional.empty(), defects(type))));
            type.getMembers()
                    .forEach(member -> ids(member)
                            .forEach(id -> found.add(
                                    new Evidence(id, name(type), Optional.of(member.getName()), defects(member)))));
        }
        return found;
    }

    private static Stream<String> ids(HasAnnotations<?> annotated) {
        return annotated.tryGetAnnotationOfType(REQUIREMENT).stream()
                .flatMap(it -> Arrays.stream((Object[]) it.getExplicitlyDeclaredProperty("value")))
                .map(String::valueOf);
    }

    private static List<String> defects(JavaMember member) {
        List<String> defects = new ArrayList<>(whyItDoesNotRun(member.getOwner()));
        if (!isTest(member)) {
            defects.add("is not a test");
        }
        if (isDisabled(member)) {
            defects.add("is disabled");
        }
        return defects;
    }

    private static List<String> defects(JavaClass type) {
        List<String> defects = new ArrayList<>(whyItDoesNotRun(type));
        if (type.getAllMembers().stream().noneMatch(EvidenceScan::isTest)) {
            defects.add("holds no test");
        }
        return defects;
    }

    private static List<String> whyItDoesNotRun(JavaClass type) {
        List<String> defects = new ArrayList<>();
        boolean outerDisabled =
                type.getEnclosingClass().filter(EvidenceScan::isDisabled).isPresent();
        if (outerDisabled || isDisabled(type)) {
            defects.add("is in a disabled class");
        }
        if (isAbstract(type) && type.getAllSubclasses().stream().allMatch(EvidenceScan::isAbstract)) {
            defects.add("is a contract that no test class implements");
        }
        return defects;
    }

    private static boolean isTest(CanBeAnnotated member) {
        return TEST.stream().anyMatch(it -> member.isAnnotatedWith(it) || member.isMetaAnnotatedWith(it));
    }

    private static boolean isDisabled(CanBeAnnotated annotated) {
        return DISABLED.stream().anyMatch(annotated::isAnnotatedWith);
    }

    private static boolean isAbstract(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static String name(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
}
