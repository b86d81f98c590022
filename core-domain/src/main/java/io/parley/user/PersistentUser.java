package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Xcon;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody whom a conference remembers though he is not in it: an entry of {@code persistent-list} (RFC 6501 section 4.6.3).
 *
 * @param id who he is, by habit an XCON-USERID; the data model admits any word
 * @param name his name
 * @param nickname what he is called
 * @param mailAddresses where he gets mail
 */
public record PersistentUser(String id, String name, String nickname, List<String> mailAddresses) {

    /** Copies the addresses. */
    public PersistentUser {
        mailAddresses = List.copyOf(mailAddresses);
    }

    static PersistentUser of(Element user) {
        List<String> addresses = new ArrayList<>();
        user.children(Xcon.E_MAIL).forEach(address -> addresses.add(address.text()));
        return new PersistentUser(
                user.attribute(Attributes.ID).orElse(""),
                user.attribute(Attributes.NAME).orElse(""),
                user.attribute(Attributes.NICKNAME).orElse(""),
                addresses);
    }

    /** {@code user} as an entry of a list. */
    Element in(Element list) {
        Element entry = list.type()
                .child(Xcon.USER)
                .empty()
                .withAttribute(Attributes.ID, id)
                .withAttribute(Attributes.NAME, name)
                .withAttribute(Attributes.NICKNAME, nickname);
        for (String address : mailAddresses) {
            entry = entry.with(Xcon.E_MAIL, address);
        }
        return list.with(entry);
    }
}
