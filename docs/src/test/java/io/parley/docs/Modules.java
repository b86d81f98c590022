package io.parley.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The modules with code, the packages that each may declare, and where their files lie. */
final class Modules implements LocationProvider {

    static final Map<String, String[]> PACKAGES = new TreeMap<>(Map.of(
            "core-domain", Rooms.packages(),
            "ports", packages("ports"),
            "engine", packages("engine"),
            "codec-xml", packages("codec.xml", "codec.ical", "codec.c3p"),
            "adapter-http", packages("http"),
            "adapter-sip", packages("sip"),
            "adapter-inmemory", packages("inmemory"),
            "examples", packages("examples"),
            "bench", new String[] {"io.parley.bench..", "ietf.params.."}));

    /** The directory that holds the modules. Surefire names the directory of docs, an IDE may start elsewhere. */
    static Path root() {
        Path here = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        return Files.exists(here.resolve("docs")) ? here : here.getParent();
    }

    static Path document(String name) {
        return root().resolve("docs").resolve(name);
    }

    static Path classes(String module) {
        return root().resolve(module).resolve("target/classes");
    }

    static Path testClasses(String module) {
        return root().resolve(module).resolve("target/test-classes");
    }

    static boolean holds(String module, JavaClass type) {
        String uri = type.getSource().orElseThrow().getUri().toString();
        return uri.startsWith(classes(module).toUri().toString());
    }

    static String[] packagesOf(String module) {
        return PACKAGES.get(module);
    }

    @Override
    public Set<Location> get(Class<?> testClass) {
        return PACKAGES.keySet().stream()
                .map(Modules::classes)
                .filter(Files::exists)
                .map(Location::of)
                .collect(Collectors.toSet());
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> "io.parley." + name + "..").toArray(String[]::new);
    }
}
