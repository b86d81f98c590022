package io.parley.c3p;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import java.util.ArrayList;
import java.util.List;

/** Texts in elements of foreign type. */
final class C3pTexts {

    private C3pTexts() {}

    /** An element of that name with {@code text} in it. */
    static Element element(Name name, String text) {
        return ElementType.foreign(name).text(text);
    }

    /** An element of that name with an entry for each of {@code texts}. */
    static Element list(Name name, Name entry, List<String> texts) {
        Element list = ElementType.foreign(name).empty();
        for (String text : texts) {
            list = list.with(element(entry, text));
        }
        return list;
    }

    /** The texts of the entries of the list {@code name}. */
    static List<String> of(Element parent, Name name, Name entry) {
        List<String> texts = new ArrayList<>();
        parent.child(name).ifPresent(list -> list.children(entry).forEach(item -> texts.add(item.text())));
        return List.copyOf(texts);
    }
}
