package io.parley.c3p.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.Answer;
import io.parley.c3p.C3pCommand;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.ConferenceCommand.DeleteConference;
import io.parley.c3p.ConferenceCommand.GetConference;
import io.parley.c3p.ConferenceCommand.ModifyConference;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.FactoryCommand.AddConference;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Validation;
import io.parley.identity.SipUri;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of whatever is provisioned. */
class ProvisioningPropertyTest {

    @Provide
    Arbitrary<Element> sensible() {
        return ProvisioningArbitraries.sensible();
    }

    @Provide
    Arbitrary<Element> any() {
        return ProvisioningArbitraries.any();
    }

    private static Element info(C3pResponse response) {
        return ((Answer.OfConference) response.command().orElseThrow().answer()).conferenceInfo();
    }

    private static ConferenceKeys keys(Element info) {
        return ConferenceKeys.of(SipUri.of(info.attribute(C3pNames.ENTITY).orElseThrow()));
    }

    private static Element told(Office office, ConferenceKeys keys) {
        return info(office.ask(new GetConference(keys, false, Optional.empty())));
    }

    @Property(tries = 300)
    void whatIsSensibleIsTakenAndItsDocumentsAreValidInBothModels(@ForAll("sensible") Element wanted) {
        Office office = new Office();
        C3pResponse response = office.ask(new AddConference(wanted));
        assertThat(Office.isSuccess(response)).as("%s", response).isTrue();
        assertThat(C3pSchema.CONFERENCE_INFO.fault(info(response))).isEmpty();
        assertThat(office.stored.values()).singleElement().satisfies(conference -> {
            assertThat(Validation.ofDocument(conference.document())).isEmpty();
            assertThat(conference.isOwnedBy(Office.ALICE.id())).isTrue();
        });
    }

    @Property(tries = 300)
    void whatIsToldCanBeSentBackAndChangesNothingButTheVersion(@ForAll("sensible") Element wanted) {
        Office office = new Office();
        ConferenceKeys keys = keys(info(office.ask(new AddConference(wanted))));
        Element before = told(office, keys);
        Conference stored = office.stored.values().iterator().next();
        C3pResponse response = office.ask(new ModifyConference(before, Optional.empty()));
        assertThat(Office.isSuccess(response)).as("%s", response).isTrue();
        assertThat(told(office, keys)).isEqualTo(before.withAttribute(Words.VERSION, "2"));
        Conference after = office.stored.values().iterator().next();
        assertThat(after.document().child(Info.USERS))
                .isEqualTo(stored.document().child(Info.USERS));
        assertThat(after.version()).isEqualTo(stored.version().next());
    }

    @Property(tries = 300)
    void nothingIsLeftOfWhatWasReplaced(@ForAll("sensible") Element first, @ForAll("sensible") Element second) {
        Office replaced = new Office();
        ConferenceKeys keys = keys(info(replaced.ask(new AddConference(first))));
        Element entity = second.withAttribute(
                        C3pNames.ENTITY, keys.confEntity().orElseThrow().toString())
                .without(Words.DESCRIPTION)
                .with(second.child(Words.DESCRIPTION).orElseThrow().without(Words.CONFERENCE_ID));
        assertThat(Office.isSuccess(replaced.ask(new ModifyConference(entity, Optional.empty()))))
                .isTrue();
        Office fresh = new Office();
        String id = FactorySituation.provisioning(
                        replaced.stored.values().iterator().next())
                .conferenceId()
                .orElseThrow();
        Element again = entity.without(Words.DESCRIPTION)
                .with(entity.child(Words.DESCRIPTION).orElseThrow().with(Words.CONFERENCE_ID, id));
        fresh.ask(new AddConference(again));
        assertThat(replaced.stored.values().iterator().next().document())
                .isEqualTo(fresh.stored.values().iterator().next().document());
        assertThat(told(replaced, keys)).isEqualTo(told(fresh, keys).withAttribute(Words.VERSION, "2"));
    }

    @Property(tries = 500)
    void whateverIsWantedIsTakenOrRefusedForAReasonOfTheSchemaAndThenNothingIsStored(@ForAll("any") Element wanted) {
        Office office = new Office();
        Outcome<Decided> outcome = office.decide(new AddConference(wanted));
        C3pResponse response = outcome.result().response();
        if (Office.isSuccess(response)) {
            assertThat(Validation.ofDocument(outcome.stored().get(0).document()))
                    .isEmpty();
            assertThat(C3pSchema.CONFERENCE_INFO.fault(info(response))).isEmpty();
        } else {
            assertThat(outcome.stored()).isEmpty();
            assertThat(C3pCommand.FACTORY_ADD_CONFERENCE.reasons())
                    .contains(response.command().orElseThrow().reason().orElseThrow());
            assertThat(response.displayString()).isPresent();
        }
    }

    @Property(tries = 50)
    void whatIsDeletedIsGone(@ForAll("sensible") Element wanted) {
        Office office = new Office();
        ConferenceKeys keys = keys(info(office.ask(new AddConference(wanted))));
        assertThat(Office.isSuccess(office.ask(new DeleteConference(keys)))).isTrue();
        assertThat(office.stored).isEmpty();
        assertThat(Office.isSuccess(office.ask(new DeleteConference(keys)))).isFalse();
    }
}
