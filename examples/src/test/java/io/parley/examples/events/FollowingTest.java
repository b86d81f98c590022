package io.parley.examples.events;

import static io.parley.examples.events.Place.ALICE;
import static io.parley.examples.events.Place.BOB;
import static io.parley.examples.events.Place.CAROL;
import static io.parley.ports.in.ConferenceEvent.Type.CHANGED;
import static io.parley.ports.in.ConferenceEvent.Type.CREATED;
import static io.parley.ports.in.ConferenceEvent.Type.DELETED;
import static io.parley.ports.in.ConferenceEvent.Type.DENIED;
import static io.parley.ports.in.ConferenceEvent.Type.RESET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parley.ccmp.ResponseCode;
import io.parley.ports.in.ConferenceEvent;
import io.parley.ports.in.ConferenceEvents.Following;
import io.parley.ports.in.ConferenceEvents.Refused;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Who may follow a conference, and what he gets. */
class FollowingTest {

    private static final OptionalLong NOTHING = OptionalLong.empty();

    private final Place place = new Place();

    @Test
    void beginsWithTheWholeState() {
        place.created().rename("Weekly");

        List<ConferenceEvent> events = place.events(ALICE, NOTHING);

        assertThat(events)
                .extracting(ConferenceEvent::type, ConferenceEvent::sequence, ConferenceEvent::skipped)
                .containsExactly(tuple(RESET, 2L, false));
        assertThat(events.get(0).document()).contains(place.retrieved(ALICE));
    }

    @Test
    void goesOnBehindANumber() {
        place.created().rename("Weekly");
        place.join(BOB);
        place.delete();

        List<ConferenceEvent> events = place.events(ALICE, OptionalLong.of(0));

        assertThat(events)
                .extracting(ConferenceEvent::type, ConferenceEvent::sequence, ConferenceEvent::skipped)
                .containsExactly(
                        tuple(CREATED, 1L, false),
                        tuple(CHANGED, 2L, false),
                        tuple(CHANGED, 3L, false),
                        tuple(DELETED, 4L, false));
        assertThat(events)
                .extracting(event -> event.action().orElse("?"))
                .containsExactly(
                        "confRequest/create", "confRequest/update", "userRequest/create", "confRequest/delete");
        assertThat(events)
                .allMatch(event ->
                        event.at().equals(Optional.of(place.memory().clock().instant())));
    }

    @Test
    void isToldWhenThereIsMore() {
        place.created();
        try (Following following = (Following) place.follow(ALICE, OptionalLong.of(1))) {
            assertThat(following.after(OptionalLong.of(1))).isEmpty();
            place.rename("Weekly");
            assertThat(following.after(OptionalLong.of(1)).orElseThrow().sequence())
                    .isEqualTo(2);
            assertThat(following.after(OptionalLong.of(2))).isEmpty();
        }
    }

    @Test
    void eachSeesWhatHeWouldRetrieve() {
        place.created();
        place.join(BOB);
        place.rename("Weekly");

        assertThat(place.events(BOB, OptionalLong.of(2)).get(0).document()).contains(place.retrieved(BOB));
    }

    @Test
    void whoMayNotRetrieveMayNotFollow() {
        place.created();

        assertThat(place.follow(CAROL, NOTHING))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ResponseCode.UNAUTHORIZED));
        assertThat(place.follow("xcon-userid:a@elsewhere.example", NOTHING))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ResponseCode.INVALID_CONF_USER_ID));
    }

    @Test
    void whatIsNotThereCannotBeFollowed() {
        assertThat(place.follow(ALICE, NOTHING))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ResponseCode.OBJECT_NOT_FOUND));
        place.created().delete();
        assertThat(place.follow(ALICE, NOTHING)).isInstanceOf(Refused.class);
        assertThat(place.follow(ALICE, OptionalLong.of(2))).isInstanceOf(Refused.class);
    }

    @Test
    void afterTooManyWrongPasswordsTheRightOneIsNotLookedAtEither() {
        place.created();
        place.protect("", "4711");
        for (int i = 0; i < 5; i++) {
            place.follow(CAROL, NOTHING, Optional.of("guess" + i));
        }
        assertThat(place.follow(CAROL, NOTHING, Optional.of("4711"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ResponseCode.INVALID_CONFERENCE_PASSWORD);
            assertThat(refused.reason()).startsWith("too many wrong passwords");
        });
        assertThat(place.follow(ALICE, NOTHING, Optional.of("4711"))).isInstanceOf(Following.class);
    }

    @Test
    void aProtectedConferenceWantsItsPassword() {
        place.created().protect("", "4711");

        assertThat(place.follow(ALICE, NOTHING))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ResponseCode.CONFERENCE_PASSWORD_REQUIRED));
        assertThat(place.follow(ALICE, NOTHING, Optional.of("0815")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ResponseCode.INVALID_CONFERENCE_PASSWORD));
        Following following = (Following) place.follow(ALICE, NOTHING, Optional.of("4711"));
        assertThat(following.after(NOTHING).orElseThrow().sequence()).isEqualTo(2);
        place.protect("4711", "1234");
        assertThat(following.after(OptionalLong.of(2)).orElseThrow().type()).isEqualTo(DENIED);
    }

    @Test
    void whoLosesTheRightIsCutOffAndLearnsNoVersion() {
        place.created();
        place.join(BOB);
        try (Following following = (Following) place.follow(BOB, OptionalLong.of(2))) {
            place.rename("Without Bob");
            place.leave(BOB);

            ConferenceEvent last = following.after(OptionalLong.of(2)).orElseThrow();
            assertThat(last.type()).isEqualTo(DENIED);
            assertThat(last.sequence()).isEqualTo(2);
            assertThat(last.document()).isEmpty();
            assertThat(last.action()).isEmpty();
        }
    }

    @Test
    void whatWasBeforeHisTimeIsSkipped() {
        place.created().rename("Before Bob");
        place.join(BOB);
        place.rename("With Bob");

        assertThat(place.events(BOB, OptionalLong.of(0)))
                .extracting(ConferenceEvent::type, ConferenceEvent::sequence, ConferenceEvent::skipped)
                .containsExactly(tuple(RESET, 4L, true));
        assertThat(place.events(BOB, OptionalLong.of(2)))
                .extracting(ConferenceEvent::type, ConferenceEvent::sequence)
                .containsExactly(tuple(CHANGED, 3L), tuple(CHANGED, 4L));
    }

    @Test
    void olderThanRetainedIsTheWholeState() {
        Place small = new Place(builder -> builder.retainedEvents(2, 100));
        small.created();
        for (int i = 2; i <= 5; i++) {
            small.rename("Title " + i);
        }

        assertThat(small.events(ALICE, OptionalLong.of(1)))
                .extracting(ConferenceEvent::type, ConferenceEvent::sequence, ConferenceEvent::skipped)
                .containsExactly(tuple(RESET, 5L, true));
        assertThat(small.events(ALICE, OptionalLong.of(3)))
                .extracting(ConferenceEvent::type, ConferenceEvent::sequence, ConferenceEvent::skipped)
                .containsExactly(tuple(CHANGED, 4L, false), tuple(CHANGED, 5L, false));
    }

    @Test
    void whoWishesToBeUnknownIsNotNamedByWhatWasBefore() {
        place.created();
        place.join(BOB);
        place.join(CAROL);
        place.hide(CAROL);
        place.rename("Weekly");

        List<ConferenceEvent> events = place.events(BOB, OptionalLong.of(2));

        assertThat(events)
                .extracting(ConferenceEvent::type, ConferenceEvent::sequence, ConferenceEvent::skipped)
                .containsExactly(tuple(RESET, 5L, true));
        assertThat(events.get(0).document()).contains(place.retrieved(BOB));
        assertThat(place.mentions(events.get(0).document().orElseThrow(), "carol"))
                .isFalse();
        assertThat(place.events(CAROL, OptionalLong.of(2)))
                .extracting(ConferenceEvent::sequence)
                .containsExactly(3L, 4L, 5L);
    }

    @Test
    void aNumberThatNeverWasIsTheWholeState() {
        place.created();

        assertThat(place.events(ALICE, OptionalLong.of(77)))
                .extracting(ConferenceEvent::type, ConferenceEvent::sequence, ConferenceEvent::skipped)
                .containsExactly(tuple(RESET, 1L, true));
    }

    @Test
    void aDeletionIsNotLostWhenItIsNotRetained() {
        Place small = new Place(builder -> builder.retainedEvents(1, 1));
        small.created();
        try (Following following = (Following) small.follow(ALICE, OptionalLong.of(1))) {
            small.rename("Weekly");
            small.delete();
            small.created();

            ConferenceEvent last = following.after(OptionalLong.of(1)).orElseThrow();
            assertThat(last.type()).isEqualTo(DELETED);
            assertThat(last.sequence()).isEqualTo(3);
            assertThat(last.skipped()).isTrue();
        }
        assertThat(small.events(ALICE, NOTHING))
                .extracting(ConferenceEvent::sequence)
                .containsExactly(1L);
    }
}
