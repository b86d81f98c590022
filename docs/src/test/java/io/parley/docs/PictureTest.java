package io.parley.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The picture, the table of modules, the poms and the code say the same. */
@AnalyzeClasses(locations = Modules.class)
class PictureTest {

    @ArchTest
    static final ArchRule theCodeFollowsThePicture = classes()
            .should(adhereToPlantUmlDiagram(
                    Modules.document("architecture.puml"), Configuration.consideringOnlyDependenciesInDiagram()))
            .because("a picture that the build does not check is a memory of how the house once looked");

    @Test
    void thePictureDrawsTheTable() throws IOException {
        assertThat(ModuleGraph.ofThePicture("-->").arrows())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(ModuleGraph.ofTheTable().arrows());
    }

    @Test
    void thePageShowsThePicture() throws IOException {
        assertThat(ModuleGraph.ofThePage().arrows())
                .containsExactlyInAnyOrderElementsOf(ModuleGraph.ofTheTable().arrows());
    }

    @Test
    void thePictureAllowsWhatTheTableImplies() throws IOException {
        assertThat(ModuleGraph.ofThePicture("-[hidden]->").arrows())
                .containsExactlyInAnyOrderElementsOf(
                        ModuleGraph.ofTheTable().implied().arrows());
    }

    @Test
    void thePomsFollowTheTable() throws IOException {
        assertThat(ModuleGraph.ofThePoms().arrows())
                .containsExactlyInAnyOrderElementsOf(ModuleGraph.ofTheTable().arrows());
    }
}
