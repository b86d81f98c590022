package io.parley.docs;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What ArchUnit has no words for. */
final class Conditions {

    private Conditions() {}

    static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package with a @NullMarked package-info.java") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                String message = "%s: package %s %s marked"
                        .formatted(type.getName(), type.getPackageName(), marked ? "is" : "is not");
                events.add(new SimpleConditionEvent(type, marked, message));
            }
        };
    }

    static DescribedPredicate<JavaAnnotation<?>> anAnnotationNamed(String regex) {
        return DescribedPredicate.describe(
                "an annotation named " + regex,
                it -> it.getRawType().getSimpleName().matches(regex));
    }
}
