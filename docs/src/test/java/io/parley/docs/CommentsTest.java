package io.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Public types and all packages have a comment. The compiler checks the comments that are there; its own check for missing
 * ones would also demand every {@code @param} and {@code @return}.
 */
class CommentsTest {

    @Test
    void everyPublicTypeAndEveryPackageHasOne() throws IOException {
        List<String> missing = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
            task.parse().forEach(unit -> missing.addAll(new MissingComments(task, unit).find()));
        }
        assertThat(missing).as("types and packages without a comment").isEmpty();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : Modules.PACKAGES.keySet()) {
            try (Stream<Path> files = Files.walk(Modules.root().resolve(module).resolve("src/main/java"))) {
                files.filter(it -> it.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        assertThat(sources).isNotEmpty();
        return sources;
    }
}
