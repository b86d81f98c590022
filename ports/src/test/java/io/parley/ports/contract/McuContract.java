package io.parley.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.C3pUser;
import io.parley.c3p.ConferenceCommand.ModifyConferenceLock;
import io.parley.c3p.ConferenceKeys;
import io.parley.c3p.Reason;
import io.parley.c3p.UnknownCommand;
import io.parley.c3p.UserCommand.DeleteUser;
import io.parley.c3p.UserKeys;
import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.focus.ConferenceUri;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a focus may rely on of the MCUs behind an {@link McuGateway} (MS-CONFBAS sections 2.2.5 and 3.4.4.3). */
public interface McuContract {

    /** Somebody who comes. */
    SipUri CATHY = SipUri.of("sip:cathy@example.com");

    /** A gateway whose MCUs report to {@code focus}, for one test. */
    McuGateway gateway(FocusService focus);

    /** The type of MCU that is tested. */
    McuType type();

    /** Lets everything happen that is on its way. */
    void settle();

    /** Has {@code user} come into {@code mcu}, of which the gateway is the one that was made last. */
    void join(McuGateway gateway, McuId mcu, SipUri user);

    /** The MCU of the conference of that name. */
    default McuId mcu(String name) {
        return mcu(name, 1);
    }

    private McuId mcu(String name, long incarnation) {
        SipUri uri = SipUri.of("sip:" + name + "@example.com;gruu;opaque=app:conf:" + type() + ":id:" + name);
        return new McuId(Samples.id(name), type(), uri, incarnation);
    }

    private void start(McuGateway gateway, McuId mcu) {
        gateway.start(mcu, conference(mcu));
        settle();
    }

    private static Conference conference(McuId mcu) {
        return Samples.fresh(mcu.conference());
    }

    private static SipUri uri(McuId mcu) {
        return ConferenceUri.of(mcu.conference());
    }

    private static C3pRequest lock(McuId mcu, boolean locked) {
        return new C3pRequest(
                "7", CATHY, uri(mcu), new ModifyConferenceLock(ConferenceKeys.of(uri(mcu)), locked, Optional.empty()));
    }

    private static C3pRequest delete(McuId mcu, SipUri user) {
        return new C3pRequest(
                "8",
                CATHY,
                uri(mcu),
                new DeleteUser(new UserKeys(uri(mcu), user), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private List<C3pResponse> responses(McuGateway gateway, McuId mcu, C3pRequest request) {
        List<C3pResponse> responses = new ArrayList<>();
        gateway.command(mcu, request, responses::add);
        settle();
        return responses;
    }

    private static Element last(RecordingFocus focus, McuId mcu) {
        List<Element> documents = focus.documents(mcu);
        return documents.get(documents.size() - 1);
    }

    private static String state(Element document) {
        return document.attribute(C3pNames.STATE).orElse("full");
    }

    private static long version(Element document) {
        return document.attribute(Name.unqualified("version"))
                .map(Long::parseLong)
                .orElseThrow();
    }

    private static List<Element> users(Element document) {
        List<Element> users = new ArrayList<>();
        document.child(C3pNames.ci("users"))
                .ifPresent(list -> list.children(C3pNames.USER).forEach(users::add));
        return users;
    }

    private static List<Element> views(Element document) {
        List<Element> views = new ArrayList<>();
        document.child(C3pNames.CONFERENCE_VIEW)
                .ifPresent(view -> view.children(C3pNames.ENTITY_VIEW).forEach(views::add));
        return views;
    }

    private static String locked(Element document) {
        return views(document)
                .get(0)
                .textAt(C3pNames.msci("entity-state"), C3pNames.msci("locked"))
                .orElse("");
    }

    @Test
    default void thereAreMcusOfTheType() {
        assertThat(gateway(new RecordingFocus()).types()).contains(type());
    }

    @Test
    default void theFirstDocumentIsFullAndHasAnEntityState() {
        RecordingFocus focus = new RecordingFocus();
        McuId mcu = mcu("a");
        start(gateway(focus), mcu);
        assertThat(focus.documents(mcu)).hasSize(1);
        Element first = last(focus, mcu);
        assertThat(state(first)).isEqualTo("full");
        assertThat(first.attribute(C3pNames.ENTITY)).contains(uri(mcu).toString());
        assertThat(views(first)).singleElement().satisfies(view -> {
            assertThat(view.attribute(C3pNames.ENTITY)).contains(mcu.uri().toString());
            assertThat(view.child(C3pNames.msci("entity-state"))).isPresent();
        });
        assertThat(locked(first)).isEqualTo("false");
        assertThat(users(first)).isEmpty();
    }

    @Test
    default void startingTwiceStartsOnce() {
        RecordingFocus focus = new RecordingFocus();
        McuGateway gateway = gateway(focus);
        start(gateway, mcu("a"));
        start(gateway, mcu("a"));
        assertThat(focus.documents(mcu("a"))).hasSize(1);
        assertThat(focus.failures()).isEmpty();
    }

    @Test
    default void anMcuOfATypeThatThereIsNotFails() {
        RecordingFocus focus = new RecordingFocus();
        McuId strange = new McuId(Samples.id("a"), new McuType("smoke-signals"), mcu("a").uri(), 1);
        start(gateway(focus), strange);
        assertThat(focus.reports()).isEmpty();
        assertThat(focus.failures()).containsExactly(strange);
    }

    @Test
    default void itTakesCommandsFromItsFirstReportToItsRelease() {
        McuGateway gateway = gateway(new RecordingFocus());
        assertThat(gateway.isAvailable(mcu("a"))).isFalse();
        start(gateway, mcu("a"));
        assertThat(gateway.isAvailable(mcu("a"))).isTrue();
        gateway.release(mcu("a"));
        assertThat(gateway.isAvailable(mcu("a"))).isFalse();
    }

    @Test
    default void aCommandToAnMcuThatDoesNotRunIsAnsweredByServerBusy() {
        McuGateway gateway = gateway(new RecordingFocus());
        assertThat(responses(gateway, mcu("a"), lock(mcu("a"), true)))
                .extracting(C3pResponse::code, C3pResponse::anyReason)
                .containsExactly(tuple(C3pCode.FAILURE, Optional.of(Reason.SERVER_BUSY)));
    }

    @Test
    default void whoComesIsReportedByAPartialDocumentWithOneEndpoint() {
        RecordingFocus focus = new RecordingFocus();
        McuGateway gateway = gateway(focus);
        McuId mcu = mcu("a");
        start(gateway, mcu);
        join(gateway, mcu, CATHY);
        assertThat(focus.documents(mcu)).hasSize(2);
        Element document = last(focus, mcu);
        assertThat(state(document)).isEqualTo("partial");
        assertThat(views(document)).isEmpty();
        assertThat(users(document)).singleElement().satisfies(user -> {
            C3pUser cathy = new C3pUser(user);
            assertThat(cathy.entity()).isEqualTo(CATHY);
            assertThat(cathy.endpoints()).singleElement().satisfies(endpoint -> {
                assertThat(endpoint.status()).contains("connected");
                assertThat(endpoint.state().word()).isEqualTo("full");
                assertThat(endpoint.joiningMethod()).isPresent();
            });
        });
    }

    @Test
    default void whoIsDeletedIsReportedAsDeleted() {
        RecordingFocus focus = new RecordingFocus();
        McuGateway gateway = gateway(focus);
        McuId mcu = mcu("a");
        start(gateway, mcu);
        join(gateway, mcu, CATHY);
        assertThat(responses(gateway, mcu, delete(mcu, CATHY)))
                .extracting(C3pResponse::code)
                .endsWith(C3pCode.SUCCESS);
        assertThat(state(last(focus, mcu))).isEqualTo("partial");
        assertThat(users(last(focus, mcu))).singleElement().satisfies(user -> {
            assertThat(user.attribute(C3pNames.ENTITY)).contains(CATHY.toString());
            assertThat(user.attribute(C3pNames.STATE)).contains("deleted");
        });
    }

    @Test
    default void whoIsNotInCannotBeDeleted() {
        RecordingFocus focus = new RecordingFocus();
        McuGateway gateway = gateway(focus);
        McuId mcu = mcu("a");
        start(gateway, mcu);
        assertThat(responses(gateway, mcu, delete(mcu, CATHY)))
                .singleElement()
                .satisfies(response -> assertThat(response.anyReason()).contains(Reason.USER_DOESNT_EXIST));
        assertThat(focus.documents(mcu)).hasSize(1);
    }

    @Test
    default void itsLockIsReportedByAPartialDocumentWithItsEntityViewAlone() {
        RecordingFocus focus = new RecordingFocus();
        McuGateway gateway = gateway(focus);
        McuId mcu = mcu("a");
        start(gateway, mcu);
        List<C3pResponse> responses = responses(gateway, mcu, lock(mcu, true));
        assertThat(responses).extracting(C3pResponse::code).containsExactly(C3pCode.SUCCESS);
        assertThat(focus.documents(mcu)).hasSize(2);
        assertThat(state(last(focus, mcu))).isEqualTo("partial");
        assertThat(locked(last(focus, mcu))).isEqualTo("true");
        assertThat(users(last(focus, mcu))).isEmpty();
        responses(gateway, mcu, lock(mcu, true));
        assertThat(focus.documents(mcu)).hasSize(2);
    }

    @Test
    default void aResponseRepeatsTheRequestAndNamesTheMcu() {
        McuGateway gateway = gateway(new RecordingFocus());
        McuId mcu = mcu("a");
        start(gateway, mcu);
        assertThat(responses(gateway, mcu, lock(mcu, true))).singleElement().satisfies(response -> {
            assertThat(response.requestId()).isEqualTo("7");
            assertThat(response.from()).isEqualTo(uri(mcu));
            assertThat(response.to()).isEqualTo(CATHY);
            assertThat(response.responder()).contains(mcu.uri());
        });
    }

    @Test
    default void aCommandThatItDoesNotKnowIsNotSupported() {
        McuGateway gateway = gateway(new RecordingFocus());
        McuId mcu = mcu("a");
        start(gateway, mcu);
        C3pRequest request = new C3pRequest(
                "9",
                CATHY,
                uri(mcu),
                new UnknownCommand(
                        ElementType.foreign(C3pNames.cccp("playMusic")).empty()));
        assertThat(responses(gateway, mcu, request))
                .singleElement()
                .satisfies(response -> assertThat(response.anyReason()).contains(Reason.NOT_SUPPORTED));
    }

    @Test
    default void aRefreshBringsAFullDocument() {
        RecordingFocus focus = new RecordingFocus();
        McuGateway gateway = gateway(focus);
        McuId mcu = mcu("a");
        start(gateway, mcu);
        join(gateway, mcu, CATHY);
        responses(gateway, mcu, lock(mcu, true));
        gateway.refresh(mcu);
        settle();
        Element document = last(focus, mcu);
        assertThat(state(document)).isEqualTo("full");
        assertThat(locked(document)).isEqualTo("true");
        assertThat(users(document))
                .singleElement()
                .satisfies(user -> assertThat(user.attribute(C3pNames.ENTITY)).contains(CATHY.toString()));
    }

    @Test
    default void versionsRiseByOneAndDocumentsAreValid() {
        RecordingFocus focus = new RecordingFocus();
        McuGateway gateway = gateway(focus);
        McuId mcu = mcu("a");
        start(gateway, mcu);
        join(gateway, mcu, CATHY);
        responses(gateway, mcu, lock(mcu, true));
        gateway.refresh(mcu);
        settle();
        responses(gateway, mcu, delete(mcu, CATHY));
        List<Element> documents = focus.documents(mcu);
        assertThat(documents).hasSizeGreaterThanOrEqualTo(5);
        long first = version(documents.get(0));
        assertThat(documents)
                .extracting(McuContract::version)
                .containsExactlyElementsOf(LongStream.range(first, first + documents.size())
                        .boxed()
                        .toList());
        assertThat(documents)
                .allSatisfy(document ->
                        assertThat(C3pSchema.CONFERENCE_INFO.fault(document)).isEmpty());
    }

    @Test
    default void eachMcuReportsUnderItsOwnIdentity() {
        RecordingFocus focus = new RecordingFocus();
        McuGateway gateway = gateway(focus);
        start(gateway, mcu("a"));
        start(gateway, mcu("b"));
        responses(gateway, mcu("b"), lock(mcu("b"), true));
        assertThat(focus.documents(mcu("a"))).hasSize(1);
        assertThat(focus.documents(mcu("b")))
                .hasSize(2)
                .allSatisfy(document -> assertThat(document.attribute(C3pNames.ENTITY))
                        .contains(uri(mcu("b")).toString()));
    }

    @Test
    default void nothingComesFromAnMcuThatWasReleased() {
        RecordingFocus focus = new RecordingFocus();
        McuGateway gateway = gateway(focus);
        McuId mcu = mcu("a");
        start(gateway, mcu);
        start(gateway, mcu("b"));
        join(gateway, mcu, CATHY);
        gateway.release(mcu);
        gateway.refresh(mcu);
        settle();
        assertThat(focus.documents(mcu)).hasSize(2);
        assertThat(focus.failures()).isEmpty();
        assertThat(responses(gateway, mcu("b"), lock(mcu("b"), true)))
                .extracting(C3pResponse::code)
                .containsExactly(C3pCode.SUCCESS);
    }

    @Test
    default void anMcuOfALaterInstanceBeginsAnew() {
        RecordingFocus focus = new RecordingFocus();
        McuGateway gateway = gateway(focus);
        start(gateway, mcu("a", 1));
        join(gateway, mcu("a", 1), CATHY);
        responses(gateway, mcu("a", 1), lock(mcu("a", 1), true));
        gateway.release(mcu("a", 1));
        start(gateway, mcu("a", 2));
        assertThat(gateway.isAvailable(mcu("a", 1))).isFalse();
        assertThat(focus.documents(mcu("a", 2))).singleElement().satisfies(document -> {
            assertThat(state(document)).isEqualTo("full");
            assertThat(users(document)).isEmpty();
            assertThat(locked(document)).isEqualTo("false");
        });
    }

    @Test
    default void refreshingAndReleasingWhatDoesNotRunDoesNothing() {
        RecordingFocus focus = new RecordingFocus();
        McuGateway gateway = gateway(focus);
        assertThatCode(() -> {
                    gateway.refresh(mcu("a"));
                    gateway.release(mcu("a"));
                    gateway.release(mcu("a"));
                })
                .doesNotThrowAnyException();
        assertThat(focus.reports()).isEmpty();
    }

    @Test
    default void whoIsCalledBackByTheFocusMayAskAgain() {
        List<McuGateway> made = new ArrayList<>();
        RecordingFocus focus = new RecordingFocus() {
            @Override
            public synchronized void report(McuId mcu, Element document) {
                super.report(mcu, document);
                if (documents(mcu).size() == 1) {
                    made.get(0).refresh(mcu);
                }
            }
        };
        made.add(gateway(focus));
        start(made.get(0), mcu("a"));
        settle();
        assertThat(focus.documents(mcu("a"))).extracting(McuContract::state).containsExactly("full", "full");
    }
}
