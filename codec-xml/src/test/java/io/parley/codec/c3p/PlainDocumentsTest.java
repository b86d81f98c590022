package io.parley.codec.c3p;

import static io.parley.participation.Assembly.alone;
import static io.parley.participation.Assembly.requester;
import static io.parley.participation.Assembly.sights;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.codec.xml.Limits;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.participation.Assembly;
import io.parley.roster.RosterCopy;
import io.parley.spec.Requirement;
import io.parley.subscription.Audience;
import io.parley.subscription.Composer;
import io.parley.subscription.Profile;
import io.parley.subscription.WatchState;
import io.parley.subscription.Watched;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every document of the life of a conference, as a subscriber who knows RFC 4575 alone is sent it. */
class PlainDocumentsTest {

    private final C3pCodec codec = new C3pCodec(Limits.defaults());
    private final Composer composer = new Composer(sights());

    /** What happens in the conference, one thing after the other. */
    private static final List<Consumer<Assembly>> LIFE = List.of(
            assembly -> assembly.join("bob"),
            assembly -> assembly.join("bob", "{second}"),
            assembly -> assembly.join("carol"),
            assembly -> assembly.role("carol", true),
            assembly -> assembly.wish("bob", "private"),
            assembly -> assembly.wish("bob", "hidden"),
            assembly -> assembly.wish("bob", "semi-private"),
            assembly -> assembly.lock(true),
            assembly -> assembly.join("dave"),
            assembly -> assembly.admit("dave", true),
            assembly -> assembly.lock(false),
            assembly -> assembly.leave("bob", "{second}"),
            assembly -> assembly.eject("carol"),
            assembly -> assembly.eject("bob"));

    private List<byte[]> documents(String watcher) {
        Assembly assembly = new Assembly().join("alice");
        List<byte[]> documents = new ArrayList<>();
        WatchState state = WatchState.NEW;
        for (Consumer<Assembly> event : LIFE) {
            event.accept(assembly);
            Watched now = Watched.of(assembly.conference());
            Audience audience = Audience.of(sights(), alone(now.conference()), now, requester(watcher), Profile.PLAIN);
            WatchState.Step step = state.next(now, audience, false, composer::compose);
            state = step.after();
            step.document().map(codec::writeDocument).ifPresent(documents::add);
            step.common()
                    .ifPresent(common -> assertThat(codec.writeCommon(common)
                                    .withVersion(step.after().version()))
                            .as("what is written once for all is what is written for him")
                            .isEqualTo(documents.get(documents.size() - 1)));
        }
        state.end().flatMap(WatchState.Step::document).map(codec::writeDocument).ifPresent(documents::add);
        return documents;
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "bob", "carol", "dave"})
    @Requirement({"EV-4.1-01", "EV-4.1-02", "EV-6-01"})
    void isValidAndInUtf8(String watcher) throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(
                        String.valueOf(getClass().getResource("/schema/rfc4575-conference-info.xsd"))));
        List<byte[]> documents = documents(watcher);
        assertThat(documents).hasSizeGreaterThan(5);
        for (byte[] document : documents) {
            String text = new String(document, StandardCharsets.UTF_8);
            assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(document);
            assertThat(text).matches("(?s)<\\?xml version=[\"']1.0[\"'] encoding=[\"']UTF-8[\"'].*");
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
            Element read = codec.readDocument(document);
            assertThat(codec.writeDocument(read)).isEqualTo(document);
        }
    }

    private Element example(String name) throws Exception {
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream("/documents/" + name))) {
            return codec.readDocument(stream.readAllBytes());
        }
    }

    private static RosterCopy applied(RosterCopy copy, Element document) {
        RosterCopy.Answer answer = copy.apply(document);
        assertThat(answer).isInstanceOf(RosterCopy.Answer.Applied.class);
        return ((RosterCopy.Answer.Applied) answer).copy();
    }

    private static List<String> entities(Element parent) {
        return parent.elements().stream()
                .map(child -> child.attribute(Attributes.ENTITY)
                        .orElseGet(() -> child.childText(Info.URI).orElse("")))
                .toList();
    }

    @Test
    @Requirement("EV-7-01")
    void theExamplesOfRfc4575AreFollowed() throws Exception {
        Element basic = example("rfc4575-basic.xml");
        RosterCopy first = applied(RosterCopy.NOTHING, basic);
        assertThat(first.users().get("sip:bob@example.com").orElseThrow().textAt(Info.ENDPOINT, Info.MEDIA, Info.TYPE))
                .contains("audio");
        assertThat(first.users()
                        .get("sip:alice@example.com")
                        .orElseThrow()
                        .textAt(Info.ENDPOINT, Info.MEDIA, Info.LABEL))
                .contains("34567");

        // The second example is the news of version 5.
        RosterCopy four = applied(RosterCopy.NOTHING, basic.withAttribute(Attributes.VERSION, "4"));
        RosterCopy five = applied(four, example("rfc4575-rich.xml"));
        assertThat(entities(five.document().child(Info.USERS).orElseThrow()))
                .as("users without a state are all there are")
                .containsExactly("sip:bob@example.com");
        Element bob = five.users().get("sip:bob@example.com").orElseThrow();
        assertThat(bob.textAt(Info.ENDPOINT, Info.STATUS)).contains("disconnecting");
        assertThat(bob.textAt(Info.ENDPOINT, Info.MEDIA, Info.STATUS)).contains("sendrecv");
        assertThat(entities(five.parts().get(Info.SIDEBARS_BY_REF).orElseThrow()))
                .containsExactly("sips:conf233@example.com;grid=45", "sips:conf233@example.com;grid=21");
        Element byValue = five.parts().get(Info.SIDEBARS_BY_VAL).orElseThrow();
        assertThat(entities(byValue)).containsExactly("sips:conf233@example.com;grid=77");
        assertThat(entities(byValue.at(Info.ENTRY, Info.USERS).orElseThrow()))
                .containsExactly("sip:bob@example.com", "sip:mark@example.com", "sip:dan@example.com");
    }
}
