package io.parley.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** Which module may use which, and which libraries. */
@AnalyzeClasses(locations = Modules.class)
class HouseTest {

    private static final String[] CORE = Modules.packagesOf("core-domain");
    private static final String PORTS = "io.parley.ports..";
    private static final String ENGINE = "io.parley.engine..";
    private static final String[] CODEC = Modules.packagesOf("codec-xml");
    private static final String CALENDARS = "io.parley.codec.ical..";
    private static final String HTTP = "io.parley.http..";
    private static final String SIP = "io.parley.sip..";
    private static final String MEMORY = "io.parley.inmemory..";
    private static final String WHY_APART = "adapters meet only in a composition root, through the ports";

    @ArchTest
    static void everyModuleIsCompiled(JavaClasses house) {
        assertThat(Modules.PACKAGES.keySet())
                .filteredOn(module -> house.stream().noneMatch(type -> Modules.holds(module, type)))
                .as("modules without a compiled class; mvn verify from the root compiles all")
                .isEmpty();
    }

    @ArchTest
    static void everyModuleKeepsToItsPackages(JavaClasses house) {
        Modules.PACKAGES.forEach((module, packages) -> assertThat(house)
                .as("classes of %s, which are to reside in %s", module, Arrays.toString(packages))
                .filteredOn(type -> Modules.holds(module, type))
                .allMatch(resideInAnyPackage(packages)));
    }

    @ArchTest
    static final ArchRule portsUseTheCoreOnly = Arrows.from(PORTS)
            .onlyTo(CORE, PORTS, "java.lang..", "java.util..", "java.time..", "java.math", "org.jspecify..")
            .as("ports use core-domain only")
            .because("a port speaks the core's words, so that no technology leaks through it");

    @ArchTest
    static final ArchRule portsAreInterfaces = classes()
            .that(resideInAnyPackage(PORTS))
            .and()
            .areNotAnonymousClasses()
            .should()
            .beInterfaces()
            .orShould()
            .beRecords()
            .orShould()
            .beEnums()
            .orShould()
            .beAssignableTo(Throwable.class)
            .because("a port holds no behaviour, only what goes in and what comes out");

    @ArchTest
    static final ArchRule theEngineUsesCoreAndPortsOnly = Arrows.from(ENGINE)
            .onlyTo(CORE, PORTS, ENGINE, "java..", "org.jspecify..", "org.slf4j..")
            .as("the engine uses core-domain, ports and SLF4J only")
            .because("the engine works with any store, with any transport and with none");

    @ArchTest
    static final ArchRule theCodecUsesTheCoreOnly = Arrows.from(CODEC)
            .onlyTo(
                    Stream.concat(Arrays.stream(CORE), Arrays.stream(CODEC)).toArray(String[]::new),
                    "java..",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "jakarta.xml.bind..",
                    "com.ctc.wstx..",
                    "org.codehaus.stax2..",
                    "com.github.benmanes.caffeine..",
                    "org.dmfs..",
                    "org.jaxen..",
                    "org.jspecify..")
            .as("codec-xml uses core-domain and libraries for its formats only")
            .because("every transport and every store writes XML with it, so it knows none of them");

    @ArchTest
    static final ArchRule theHttpAdapterKnowsNoOtherAdapterNorTheEngine =
            Arrows.from(HTTP).neverTo(SIP, MEMORY, ENGINE).because(WHY_APART);

    @ArchTest
    static final ArchRule theSipAdapterKnowsNoOtherAdapterNorTheEngine =
            Arrows.from(SIP).neverTo(HTTP, MEMORY, ENGINE).because(WHY_APART);

    @ArchTest
    static final ArchRule theInMemoryAdapterKnowsNoOtherAdapterNorTheEngine =
            Arrows.from(MEMORY).neverTo(HTTP, SIP, ENGINE).because(WHY_APART);

    @ArchTest
    static final ArchRule nothingDependsOnExamples = Arrows.fromOutside("io.parley.examples..")
            .neverTo("io.parley.examples..")
            .because("a composition root is the last to be built and the first to be thrown away");

    @ArchTest
    static final ArchRule jainSipStaysWithTheSipStack = Arrows.fromOutside(
                    "io.parley.sip.stack..", "io.parley.bench.baseline..")
            .neverTo("javax.sip..", "gov.nist..")
            .because(
                    "a stack without maintainers must be replaceable in one place; what it is compared with is itself");

    @ArchTest
    static final ArchRule recurrenceRulesStayWithTheCalendars = Arrows.fromOutside(CALENDARS)
            .neverTo("org.dmfs..")
            .because("a library that expands rules is bounded and replaced in one place");

    @ArchTest
    static final ArchRule nettyStaysInTheTransports = Arrows.fromOutside(HTTP, SIP, "io.parley.bench..")
            .neverTo("io.netty..")
            .because("sockets and buffers are the business of the transports, and of what loads them");

    @ArchTest
    static final ArchRule noCyclesBetweenPackages = slices().matching("io.parley.(**)")
            .should()
            .beFreeOfCycles()
            .because("a cycle is one package that pretends to be two");
}
