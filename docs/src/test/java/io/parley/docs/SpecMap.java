package io.parley.docs;

import io.parley.docs.Requirements.LeftOut;
import io.parley.docs.Requirements.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every requirement with the tests that show it, the reason why none does, or neither. */
record SpecMap(Requirements requirements, List<Evidence> evidence) {

    /** What a requirement has come to. */
    enum Status {
        SHOWN,
        LEFT_OUT,
        NOT_YET
    }

    /** What is wrong with the lists or with the annotations, one sentence each. */
    List<String> problems() {
        List<String> ids = requirements.ids();
        List<String> leftOut = requirements.leftOut().stream().map(LeftOut::id).toList();
        List<String> problems = new ArrayList<>();
        repeated(ids).forEach(id -> problems.add(id + " is listed more than once"));
        repeated(leftOut).forEach(id -> problems.add(id + " is left out more than once"));
        for (String id : leftOut) {
            if (!ids.contains(id)) {
                problems.add(id + " is left out but listed nowhere");
            }
        }
        for (Evidence it : evidence) {
            if (!ids.contains(it.requirement())) {
                problems.add(it.where() + " names " + it.requirement() + ", which is listed nowhere");
            }
            if (leftOut.contains(it.requirement())) {
                problems.add(it.where() + " shows " + it.requirement() + ", which is left out");
            }
            it.defects().forEach(defect -> problems.add(it.where() + ", named as evidence, " + defect));
        }
        return problems;
    }

    private static Set<String> repeated(List<String> ids) {
        Set<String> seen = new HashSet<>();
        return ids.stream().filter(id -> !seen.add(id)).collect(Collectors.toCollection(TreeSet::new));
    }

    Status status(Row row) {
        if (evidence.stream().anyMatch(it -> it.requirement().equals(row.id()))) {
            return Status.SHOWN;
        }
        return reason(row).isEmpty() ? Status.NOT_YET : Status.LEFT_OUT;
    }

    String reason(Row row) {
        return requirements.leftOut().stream()
                .filter(it -> it.id().equals(row.id()))
                .map(LeftOut::reason)
                .findFirst()
                .orElse("");
    }

    /** The test classes that show the requirement, each with its methods; sorted, so that the rendering is stable. */
    Map<String, Set<String>> tests(Row row) {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (Evidence it : evidence) {
            if (it.requirement().equals(row.id())) {
                Set<String> members = tests.computeIfAbsent(it.type(), type -> new TreeSet<>());
                it.member().ifPresent(members::add);
            }
        }
        return tests;
    }
}
