package io.parley.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Arrows between modules, as one of our documents states them. */
record ModuleGraph(Set<Arrow> arrows) {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w-]+)` \\|.*\\|([^|]*)\\|$");
    private static final Pattern NAME = Pattern.compile("`([\\w-]+)`");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern OURS = Pattern.compile("<artifactId>parley-([\\w-]+)</artifactId>");

    /** One module uses another. */
    record Arrow(String from, String to) implements Comparable<Arrow> {

        @Override
        public int compareTo(Arrow other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    static ModuleGraph ofTheTable() throws IOException {
        Set<Arrow> arrows = new TreeSet<>();
        ROW.matcher(Files.readString(Modules.document("architecture.md")))
                .results()
                .forEach(row -> NAME.matcher(row.group(2))
                        .results()
                        .forEach(name -> arrows.add(new Arrow(row.group(1), name.group(1)))));
        return new ModuleGraph(arrows);
    }

    /** The arrows of the picture that people see on the page. */
    static ModuleGraph ofThePage() throws IOException {
        Set<Arrow> arrows = new TreeSet<>();
        Pattern.compile("(?m)^ {4}([\\w-]+) --> ([\\w-]+)$")
                .matcher(Files.readString(Modules.document("architecture.md")))
                .results()
                .forEach(it -> arrows.add(new Arrow(it.group(1), it.group(2))));
        return new ModuleGraph(arrows);
    }

    /** The arrows of the picture that are drawn ({@code -->}), or those that are not ({@code -[hidden]->}). */
    static ModuleGraph ofThePicture(String line) throws IOException {
        Matcher arrow = Pattern.compile("(?m)^\\[([\\w-]+)] " + Pattern.quote(line) + " \\[([\\w-]+)]$")
                .matcher(Files.readString(Modules.document("architecture.puml")));
        Set<Arrow> arrows = new TreeSet<>();
        arrow.results().forEach(it -> arrows.add(new Arrow(it.group(1), it.group(2))));
        return new ModuleGraph(arrows);
    }

    /** The dependencies on modules of ours, but for those of the tests. */
    static ModuleGraph ofThePoms() throws IOException {
        Set<Arrow> arrows = new TreeSet<>();
        for (String module : Modules.PACKAGES.keySet()) {
            String pom = Files.readString(Modules.root().resolve(module).resolve("pom.xml"));
            DEPENDENCY
                    .matcher(pom)
                    .results()
                    .map(MatchResult::group)
                    .filter(it -> !it.contains("<scope>test</scope>"))
                    .flatMap(it -> OURS.matcher(it).results())
                    .forEach(it -> arrows.add(new Arrow(module, it.group(1))));
        }
        return new ModuleGraph(arrows);
    }

    /** The arrows that follow from these: who may use a module may use what that module uses. */
    ModuleGraph implied() {
        Set<Arrow> all = new TreeSet<>(arrows);
        boolean grown = true;
        while (grown) {
            Set<Arrow> longer = new TreeSet<>();
            all.forEach(first -> all.stream()
                    .filter(second -> first.to().equals(second.from()))
                    .forEach(second -> longer.add(new Arrow(first.from(), second.to()))));
            grown = all.addAll(longer);
        }
        all.removeAll(arrows);
        return new ModuleGraph(all);
    }
}
