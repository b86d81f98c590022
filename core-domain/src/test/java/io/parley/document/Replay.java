package io.parley.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Tells a {@link TreeBuilder} of an element, as a reader of its text would. */
final class Replay {

    private final TreeBuilder builder;
    private final Optional<Random> order;

    private Replay(TreeBuilder builder, Optional<Random> order) {
        this.builder = builder;
        this.order = order;
    }

    /** {@code element} built anew, its children and attributes told in the order in which it holds them. */
    static Element inOrder(Element element) {
        TreeBuilder builder = new TreeBuilder(element.type());
        element.attributes().forEach(attribute -> builder.attribute(attribute.name(), attribute.value()));
        element.content().forEach(node -> new Replay(builder, Optional.empty()).tell(node));
        return builder.build();
    }

    /**
     * {@code element} built anew, with blanks between elements, and with attributes and children told in any order that the data model
     * does not care for: children of one name, and the content of foreign elements, keep theirs.
     */
    static Element inAnyOrder(Element element, long seed) {
        TreeBuilder builder = new TreeBuilder(element.type());
        new Replay(builder, Optional.of(new Random(seed))).tellInside(element);
        return builder.build();
    }

    private void tell(Node node) {
        if (node instanceof Text text) {
            builder.text(text.value());
            return;
        }
        Element element = (Element) node;
        builder.start(element.name());
        tellInside(element);
        builder.end();
    }

    private void tellInside(Element element) {
        List<Attribute> attributes = new ArrayList<>(element.attributes());
        List<Node> content = new ArrayList<>();
        element.content().forEach(content::add);
        if (order.isPresent()) {
            Collections.shuffle(attributes, order.get());
            content = element.type().isStructured() ? shuffled(content, order.get()) : content;
        }
        attributes.forEach(attribute -> builder.attribute(attribute.name(), attribute.value()));
        for (Node node : content) {
            blanks(element);
            tell(node);
        }
        blanks(element);
    }

    private void blanks(Element element) {
        if (order.isPresent() && element.type().isStructured()) {
            builder.text("\n" + "  ".repeat(order.get().nextInt(3)));
        }
    }

    private static List<Node> shuffled(List<Node> content, Random order) {
        Map<Integer, List<Node>> byRank = new LinkedHashMap<>();
        List<Integer> ranks = new ArrayList<>();
        for (Node node : content) {
            int rank = Children.rank(node);
            ranks.add(rank);
            byRank.computeIfAbsent(rank, any -> new ArrayList<>()).add(node);
        }
        Collections.shuffle(ranks, order);
        List<Node> shuffled = new ArrayList<>();
        ranks.forEach(rank -> shuffled.add(byRank.get(rank).remove(0)));
        return shuffled;
    }
}
