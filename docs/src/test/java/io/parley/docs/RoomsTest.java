package io.parley.docs;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.UUID;

/** What the core knows of the world, and which of its rooms may enter which. */
@AnalyzeClasses(locations = Modules.class)
class RoomsTest {

    private static final String[] CORE = Rooms.packages();
    private static final String THREADS =
            "java\\.lang\\.((Inheritable)?ThreadLocal|Thread|Process|ProcessBuilder|Runtime)";
    private static final String TIMERS =
            "java\\.util\\.(Timer|TimerTask|ServiceLoader)|java\\.time\\.(Clock|InstantSource)";

    @ArchTest
    static final ArchRule theCoreKnowsValuesOnly = Arrows.from(CORE)
            .onlyTo(
                    CORE,
                    "java.lang",
                    "java.lang.annotation..",
                    "java.util",
                    "java.util.function..",
                    "java.util.stream..",
                    "java.util.regex..",
                    "java.time..",
                    "java.math..",
                    "org.jspecify..")
            .as("core-domain uses values of the JDK only")
            .because("what is true of a conference is true without a thread, a disk, a socket and a parser");

    @ArchTest
    static final ArchRule theCoreStartsNothing = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(THREADS + "|" + TIMERS)
            .as("core-domain starts nothing")
            .because("whoever calls the core chooses the thread and hands in the time");

    @ArchTest
    static final ArchRule theCoreAsksNoClockAndNoDice = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
            .orShould()
            .callMethodWhere(target(owner(type(System.class))))
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .as("core-domain asks no clock and no dice")
            .because("time and fresh identifiers come in as arguments, so that a decision can be repeated");

    @ArchTest
    static final ArchRule theCoreHasNoMutableStaticState = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(CORE)
            .and()
            .areStatic()
            .should()
            .beFinal()
            .allowEmptyShould(true)
            .as("static fields in core-domain are final")
            .because("two conferences in one process share nothing but constants");

    @ArchTest
    static final ArchRule aRoomUsesOnlyTheRoomsBelowIt = rooms();

    private static ArchRule rooms() {
        LayeredArchitecture rooms =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String room : Rooms.FROM_THE_GROUND_UP) {
            rooms = rooms.layer(room).definedBy(Rooms.packageOf(room));
        }
        for (String room : Rooms.FROM_THE_GROUND_UP) {
            String[] below = Rooms.below(room);
            rooms = below.length == 0
                    ? rooms.whereLayer(room).mayNotAccessAnyLayer()
                    : rooms.whereLayer(room).mayOnlyAccessLayers(below);
        }
        return rooms.as("a room of core-domain uses only the rooms below it")
                .because("a lower room can be understood, and kept, without the higher ones");
    }
}
