package io.parley.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.Requester;
import io.parley.authorization.Standing;
import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Diff;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Merge;
import io.parley.document.Xcon;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import io.parley.user.RegisteredUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever looks, and whatever the others wish: he sees what he may, and to send it back changes nothing. */
class SightPropertyTest {

    private static final AccessPolicy POLICY = AccessPolicy.standard();

    @Provide
    Arbitrary<Gathering> gatherings() {
        return Combinators.combine(
                        Arbitraries.of(Gathering.WISHES).list().ofMinSize(1).ofMaxSize(6), Arbitraries.longs())
                .as(Gathering::new);
    }

    @Property(tries = 120)
    @Requirement({"DM-4.6.5.1-02", "DM-4.6.5.1-03", "DM-4.6.5.1-06"})
    void nothingTellsWhoAnUnknownUserIs(@ForAll("gatherings") Gathering people) {
        for (int viewer = 0; viewer < people.size(); viewer++) {
            for (Conference conference : List.of(people.main(), people.sidebar())) {
                List<String> seen = everythingSeen(people, conference, viewer);
                for (int user = 0; user < people.size(); user++) {
                    if (isUnknown(people, conference, user, viewer)) {
                        assertThat(seen).noneMatch(mentions(user));
                    } else {
                        assertThat(seen).anyMatch(mentions(user));
                    }
                }
            }
        }
    }

    @Property(tries = 120)
    void whatWasSeenAndIsSentBackChangesNothing(@ForAll("gatherings") Gathering people) {
        for (int viewer = 0; viewer < people.size(); viewer++) {
            Conference conference = people.main();
            Sight sight = people.sight(conference, viewer, POLICY);
            Element real = conference.document();
            Element users = real.child(Info.USERS).orElseThrow();

            assertThat(Diff.between(real, Merge.update(real, sight.meant(sight.document(), real))))
                    .isEmpty();
            assertThat(Diff.between(users, Merge.update(users, sight.meant(sight.users(), real))))
                    .isEmpty();
        }
    }

    @Property(tries = 40)
    void nobodyButAdministratorsSeesWhomAParentBansThatIsGone(@ForAll("gatherings") Gathering people) {
        int bans = banned(people.main().document());
        for (int viewer = 0; viewer < people.size(); viewer++) {
            RegisteredUser user = people.registered(viewer);
            Requester root =
                    new Requester(new RegisteredUser(user.id(), user.displayName(), user.contacts(), true), true);

            String seen = people.sight(people.main(), viewer, POLICY).document().toString();
            Element all = people.sight(people.main(), root, AccessPolicy.revealing(POLICY))
                    .document();

            assertThat(seen).doesNotContain("said-by", "sip:banned-by-parent");
            assertThat(all.toString()).doesNotContain("said-by").contains("sip:banned-by-parent");
            assertThat(banned(all)).isEqualTo(bans);
        }
    }

    private static int banned(Element document) {
        return document.at(Info.USERS, Xcon.DENY_USERS_LIST).map(Element::size).orElse(0);
    }

    @Property(tries = 80)
    void hiddenUsersAreNotCounted(@ForAll("gatherings") Gathering people) {
        for (int viewer = 0; viewer < people.size(); viewer++) {
            Sight sight = people.sight(people.main(), viewer, POLICY);
            int visible = 0;
            for (int user = 0; user < people.size(); user++) {
                visible += viewer == user || !people.wish(user).equals("hidden") ? 1 : 0;
            }

            assertThat(sight.document().textAt(Info.CONFERENCE_STATE, Info.USER_COUNT))
                    .contains(Integer.toString(visible));
            assertThat(sight.users().count(Info.USER)).isEqualTo(visible);
        }
    }

    @Property(tries = 80)
    void nobodyIsNamedByAnIdentifierUnderWhichHeIsUnknown(@ForAll("gatherings") Gathering people) {
        for (int viewer = 0; viewer < people.size(); viewer++) {
            Sight sight = people.sight(people.main(), viewer, POLICY);
            for (int user = 0; user < people.size(); user++) {
                XconUserId id = Gathering.id(user);
                if (!isUnknown(people, people.main(), user, viewer)) {
                    assertThat(sight.knows(id)).isTrue();
                    continue;
                }
                Optional<XconUserId> pseudonym = sight.user(id)
                        .map(disguise -> XconUserId.of(
                                disguise.attribute(Attributes.ENTITY).orElseThrow()));
                assertThat(sight.knows(id)).isFalse();
                pseudonym.ifPresent(name -> assertThat(sight.meant(name)).isEqualTo(id));
                assertThat(pseudonym.isEmpty()).isEqualTo(people.wish(user).equals("hidden"));

                Element unveiling = unveiling(people, id);
                assertThat(sight.unveiled(unveiling)).isPresent();
            }
        }
    }

    private static Element unveiling(Gathering people, XconUserId user) {
        Element document = people.main().document();
        Element users = document.child(Info.USERS).orElseThrow();
        Element record = users.entry(Info.USER, user.toString()).orElseThrow();
        return document.with(users.with(record.without(Xcon.PROVIDE_ANONYMITY)));
    }

    @Property(tries = 60)
    @Requirement("XF-11.2-02")
    void aPolicyMayShowThemToWhoSteersTheConference(@ForAll("gatherings") Gathering people) {
        AccessPolicy revealing = AccessPolicy.revealing(POLICY);
        Sight owner = people.sight(people.main(), 0, revealing);

        assertThat(owner.withSidebars())
                .isEqualTo(owner.withoutUnseenBans(people.main().document()));
        for (int viewer = 0; viewer < people.size(); viewer++) {
            if (!steers(people, people.main(), viewer)) {
                assertThat(people.sight(people.main(), viewer, revealing).document())
                        .isEqualTo(people.sight(people.main(), viewer, POLICY).document());
            }
        }
    }

    private static Predicate<String> mentions(int user) {
        return text -> text.toLowerCase(Locale.ROOT).contains(Gathering.mark(user));
    }

    /** All that there is to be seen, as text. */
    private static List<String> everythingSeen(Gathering people, Conference conference, int viewer) {
        Sight sight = people.sight(conference, viewer, POLICY);
        List<String> seen = new ArrayList<>();
        seen.add(sight.document().toString());
        seen.add(sight.users().toString());
        seen.add(sight.description().toString());
        for (int user = 0; user < people.size(); user++) {
            seen.add(sight.user(Gathering.id(user)).toString());
        }
        return seen;
    }

    private static boolean isUnknown(Gathering people, Conference conference, int user, int viewer) {
        String wish = people.wish(user);
        boolean permitted = wish.equals("semi-private") && steers(people, conference, viewer);
        return !wish.isEmpty() && user != viewer && !permitted;
    }

    private static boolean steers(Gathering people, Conference conference, int viewer) {
        return Standing.of(new Requester(people.registered(viewer), true), conference)
                        .steers()
                && (conference == people.main()
                        || Standing.of(new Requester(people.registered(viewer), true), people.main())
                                .steers());
    }
}
