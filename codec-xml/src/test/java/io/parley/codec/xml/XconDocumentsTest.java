package io.parley.codec.xml;

import static io.parley.participation.Assembly.alone;
import static io.parley.participation.Assembly.requester;
import static io.parley.participation.Assembly.sights;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.codec.xml.patch.DiffCodec;
import io.parley.codec.xml.patch.LocalCopy;
import io.parley.document.Element;
import io.parley.participation.Assembly;
import io.parley.patch.Update;
import io.parley.spec.Requirement;
import io.parley.subscription.Audience;
import io.parley.subscription.Composer;
import io.parley.subscription.CopyState;
import io.parley.subscription.Profile;
import io.parley.subscription.Watched;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those are sent who watch by the event package of XCON (RFC 6502), whatever happens in the conference. */
class XconDocumentsTest {

    /** What happens in the conference, one thing after the other. */
    private static final List<Consumer<Assembly>> LIFE = List.of(
            assembly -> assembly.join("bob"),
            assembly -> assembly.join("bob", "{second}"),
            assembly -> assembly.join("carol"),
            assembly -> assembly.role("carol", true),
            assembly -> assembly.wish("bob", "private"),
            assembly -> assembly.wish("bob", "hidden"),
            assembly -> assembly.lock(true),
            assembly -> assembly.join("dave"),
            assembly -> assembly.admit("dave", true),
            assembly -> assembly.lock(false),
            assembly -> assembly.leave("bob", "{second}"),
            assembly -> assembly.eject("carol"),
            assembly -> assembly.eject("bob"));

    private final DocumentCodec documents = new DocumentCodec(Limits.defaults());
    private final DiffCodec diffs = new DiffCodec(Limits.defaults());
    private final Composer composer = new Composer(sights());

    @ParameterizedTest
    @ValueSource(strings = {"alice", "bob", "carol", "dave", "eve"})
    @Requirement({"XEV-4-03", "C3P-D3-12"})
    void everyDocumentIsOneOfTheDataModelAndEveryDiffLeadsToTheNext(String watcher) throws Exception {
        Assembly assembly = new Assembly().join("alice");
        CopyState state = CopyState.NEW;
        LocalCopy copy = LocalCopy.none(diffs);
        for (Consumer<Assembly> event : LIFE) {
            event.accept(assembly);
            Watched now = Watched.of(assembly.conference());
            Element document = composer.full(
                    now, Audience.of(sights(), alone(now.conference()), now, requester(watcher), Profile.XCON));
            assertThat(Schemas.documentByRelaxNg(documents.write(document)))
                    .as("%s", document)
                    .isEmpty();
            CopyState.Step step = state.next(document, CopyState.Demand.DIFFS, Update::between);
            state = step.after();
            if (step.update().isPresent()) {
                copy = received(copy, step.update().get());
            }
            assertThat(copy.conference()).contains(documents.read(documents.write(document)));
        }
    }

    private LocalCopy received(LocalCopy copy, Update update) {
        LocalCopy.Step step = update instanceof Update.Partial partial
                ? copy.receive(DiffCodec.MEDIA_TYPE, diffs.write("xcon:main@example.com", partial.patch()))
                : copy.receive(LocalCopy.FULL, documents.write(((Update.Full) update).document()));
        assertThat(step.refresh()).isEmpty();
        return step.copy();
    }
}
