package io.parley.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How the code of every module reads, whatever it does. */
@AnalyzeClasses(locations = Modules.class)
class HabitsTest {

    /** JMH's processor writes classes in a style of its own. */
    private static final String GENERATED = "..jmh_generated..";

    private static final String SCHEMA = "ietf.params..";

    @ArchTest
    static final ArchRule noNameThatSaysNothing = noClasses()
            .that()
            .resideOutsideOfPackage(GENERATED)
            .should()
            .haveNameMatching(".*[.$]\\w*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
            .because("a name says what the thing is, and these say only that it is something");

    @ArchTest
    static final ArchRule noInterfaceSaysThatItIsOne = noClasses()
            .should()
            .haveNameMatching(".*[.$]I[A-Z]\\w*(\\$.*)?")
            .because("callers name the concept, and acronyms are written as words");

    @ArchTest
    static final ArchRule noPackageForLeftovers = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..helper..", "..manager..")
            .because("packages are cut by concept, and what fits nowhere has not been understood");

    @ArchTest
    static final ArchRule noPublicMutableField = fields().that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(GENERATED)
            .should()
            .beFinal()
            .allowEmptyShould(true)
            .because("nobody can keep a promise about a field that anybody may set");

    @ArchTest
    static final ArchRule noInjectedField = noFields()
            .should()
            .beAnnotatedWith(Conditions.anAnnotationNamed("Inject|Autowired|Resource|PersistenceContext"))
            .allowEmptyShould(true)
            .because("what an object needs is in its constructor, and the wiring is one visible builder");

    @ArchTest
    static final ArchRule onlyProgramsPrint = noClasses()
            .that()
            .resideOutsideOfPackages("io.parley.examples..", "io.parley.bench..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("the console belongs to the process, and a library is a guest in it");

    @ArchTest
    static final ArchRule noSecondLoggingApi = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j..")
            .because("SLF4J is the one way to log");

    @ArchTest
    static final ArchRule everyPackageIsNullMarkedInItsRoomSign = classes()
            .that()
            .resideOutsideOfPackages(GENERATED, SCHEMA)
            .should(Conditions.resideInANullMarkedPackage())
            .because("null is not a value here, and package-info.java is where a room says so and what it holds");
}
