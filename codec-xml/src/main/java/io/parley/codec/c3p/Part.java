package io.parley.codec.c3p;

import io.parley.c3p.C3pNames;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.EndpointKeys;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.focus.Autopromote;
import io.parley.focus.LobbySettings;
import io.parley.identity.SipUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element of a message that the schema has admitted, and what is asked of it here.
 *
 * @param element the element
 */
record Part(Element element) {

    /** A child, which has to be there. */
    Part child(Name name) throws UnreadableC3pException {
        return element.child(name)
                .map(Part::new)
                .orElseThrow(() -> new UnreadableC3pException(element.name().local() + " needs " + name.local()));
    }

    Optional<Part> optional(Name name) {
        return element.child(name).map(Part::new);
    }

    Optional<String> attribute(String name) {
        return element.attribute(Name.unqualified(name));
    }

    /** An attribute that has to be there. */
    String needed(String name) throws UnreadableC3pException {
        return attribute(name)
                .orElseThrow(() -> new UnreadableC3pException(element.name().local() + " needs the attribute " + name));
    }

    /** A URI that has to be there. */
    SipUri uri(String attribute) throws UnreadableC3pException {
        return uri(needed(attribute), element.name().local() + "/@" + attribute);
    }

    Optional<SipUri> mcuUri() {
        return element.attribute(C3pNames.MCU_URI).flatMap(SipUri::parse);
    }

    /** The text of a child that has to be there. */
    String text(Name name) throws UnreadableC3pException {
        return child(name).element.text();
    }

    boolean flag(Name name) throws UnreadableC3pException {
        return Boolean.parseBoolean(text(name));
    }

    /** The texts of all children of that name. */
    List<String> texts(Name name) {
        List<String> texts = new ArrayList<>();
        element.children(name).forEach(child -> texts.add(child.text()));
        return texts;
    }

    /** The URIs in all children of that name. */
    List<SipUri> uris(Name name) throws UnreadableC3pException {
        List<SipUri> uris = new ArrayList<>();
        for (String text : texts(name)) {
            uris.add(uri(text, element.name().local() + "/" + name.local()));
        }
        return uris;
    }

    static SipUri uri(String text, String where) throws UnreadableC3pException {
        return SipUri.parse(text)
                .orElseThrow(() -> new UnreadableC3pException(where + ": '" + text + "' is not a SIP URI"));
    }

    /** The element as the keys of a conference. */
    ConferenceKeys conferenceKeys() {
        return new ConferenceKeys(
                attribute("confEntity").flatMap(SipUri::parse), element.attribute(C3pNames.msci("conference-id")));
    }

    /** The element as the keys of an endpoint. */
    EndpointKeys endpointKeys() throws UnreadableC3pException {
        return new EndpointKeys(uri("confEntity"), uri("userEntity"), needed("endpointEntity"));
    }

    /** The settings of a lock in the element: all three or none (section 2.2.3.9). */
    Optional<LobbySettings> lockSettings() throws UnreadableC3pException {
        Name policy = C3pNames.msci("admission-policy");
        Name autopromote = C3pNames.msci("autopromote");
        Name bypass = C3pNames.msci("pstn-lobby-bypass");
        long there = List.of(policy, autopromote, bypass).stream()
                .filter(name -> element.child(name).isPresent())
                .count();
        if (there == 0) {
            return Optional.empty();
        }
        if (there < 3) {
            throw new UnreadableC3pException(element.name().local()
                    + " holds all of admission-policy, autopromote and pstn-lobby-bypass or none");
        }
        LobbySettings.Admission admission = LobbySettings.Admission.of(text(policy))
                .orElseThrow(() -> new UnreadableC3pException("not an admission-policy"));
        return Optional.of(
                new LobbySettings(admission, new Autopromote(Long.parseLong(text(autopromote))), flag(bypass)));
    }
}
