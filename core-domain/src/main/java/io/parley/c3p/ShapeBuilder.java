package io.parley.c3p;

import io.parley.c3p.Shape.AttributePlace;
import io.parley.c3p.Shape.Occurs;
import io.parley.c3p.Shape.Place;
import io.parley.document.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a row of {@link C3pSchema} in the order of the schema. */
final class ShapeBuilder {

    Optional<TextRule> text = Optional.empty();
    boolean open;
    boolean isJudged = true;
    int group;
    final List<AttributePlace> attributes = new ArrayList<>();
    final List<Place> places = new ArrayList<>();

    /** An element with children. */
    static ShapeBuilder shape() {
        return new ShapeBuilder();
    }

    /** An element with text. */
    static Shape text(TextRule rule) {
        ShapeBuilder builder = new ShapeBuilder();
        builder.text = Optional.of(rule);
        return builder.build();
    }

    /** An element whose content is none of the schema's business. */
    static ShapeBuilder open() {
        ShapeBuilder builder = new ShapeBuilder();
        builder.open = true;
        return builder;
    }

    ShapeBuilder requires(Name attribute, TextRule rule) {
        attributes.add(new AttributePlace(attribute, rule, true));
        return this;
    }

    ShapeBuilder admits(Name attribute, TextRule rule) {
        attributes.add(new AttributePlace(attribute, rule, false));
        return this;
    }

    ShapeBuilder one(Name name, Shape child) {
        return place(name, child, Occurs.ONE);
    }

    ShapeBuilder one(Name name, TextRule rule) {
        return place(name, text(rule), Occurs.ONE);
    }

    ShapeBuilder optional(Name name, Shape child) {
        return place(name, child, Occurs.OPTIONAL);
    }

    ShapeBuilder optional(Name name, TextRule rule) {
        return place(name, text(rule), Occurs.OPTIONAL);
    }

    ShapeBuilder many(Name name, Shape child) {
        return place(name, child, Occurs.MANY);
    }

    ShapeBuilder many(Name name, TextRule rule) {
        return place(name, text(rule), Occurs.MANY);
    }

    ShapeBuilder some(Name name, Shape child) {
        return place(name, child, Occurs.SOME);
    }

    ShapeBuilder some(Name name, TextRule rule) {
        return place(name, text(rule), Occurs.SOME);
    }

    /** Ends a group. */
    ShapeBuilder separator() {
        group++;
        return this;
    }

    /** Leaves it to others what is a fault in it; it is arranged all the same. */
    ShapeBuilder judgedByOthers() {
        isJudged = false;
        return this;
    }

    private ShapeBuilder place(Name name, Shape child, Occurs occurs) {
        places.add(new Place(name, child, occurs, group, places.size()));
        return this;
    }

    Shape build() {
        return new Shape(this);
    }
}
