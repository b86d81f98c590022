package io.parley.authorization;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Xcon;
import io.parley.user.Role;
import io.parley.user.User;
import java.util.List;
import java.util.Optional;

/**
 * Whether somebody may join (RFC 6501 sections 4.6.1 to 4.6.4, the stricter of the two policies winning).
 *
 * <table>
 *   <caption>What {@code join-handling} says</caption>
 *   <tr><td>{@code allow}</td><td>admitted, unless the admission policy refuses</td></tr>
 *   <tr><td>{@code block}, or absent</td><td>refused</td></tr>
 *   <tr><td>{@code authenticate}, or a word that the RFC does not know</td><td>whoever has proved who he is</td></tr>
 *   <tr><td>{@code confirm}, {@code directed-operator}</td><td>waits until somebody admits him; who steers the conference, and so could
 *       admit himself, does not wait</td></tr>
 * </table>
 *
 * <p>{@code user-admission-policy} pairs with the lists: {@code closedAuthenticated} admits the authenticated targets of
 * {@code allowed-users-list}, {@code openAuthenticated} every authenticated user but the targets of {@code deny-users-list},
 * {@code anonymous} everybody; absent or unknown it leaves the decision to {@code join-handling}. The list that a policy does not name
 * is ignored. Where {@code confirm} meets {@code closedAuthenticated}, whom the policy would refuse waits as well (section 4.6.2).
 */
public final class Admission {

    private Admission() {}

    /** What becomes of a wish to join. */
    public enum Verdict {
        /** He is in. */
        ADMITTED,
        /** He is in when a moderator or operator has admitted him. */
        PENDING,
        /** He has to prove who he is first. */
        AUTHENTICATION_REQUIRED,
        /** The conference admits nobody now. */
        LOCKED,
        /** The conference does not admit him. */
        REFUSED
    }

    /** What becomes of the wish of {@code requester} to join {@code conference}. */
    public static Verdict of(Requester requester, Conference conference) {
        Element document = conference.document();
        if (isLocked(conference)) {
            return Verdict.LOCKED;
        }
        boolean steers = Standing.of(requester, conference).steers();
        String handling = document.textAt(Info.USERS, Xcon.JOIN_HANDLING).orElse("block");
        Verdict byHandling = switch (handling) {
            case "allow" -> Verdict.ADMITTED;
            case "block" -> Verdict.REFUSED;
            case "confirm", "directed-operator" -> steers ? Verdict.ADMITTED : Verdict.PENDING;
            default -> requester.authenticated() ? Verdict.ADMITTED : Verdict.AUTHENTICATION_REQUIRED;
        };
        String policy = document.textAt(Info.USERS, Xcon.USER_ADMISSION_POLICY).orElse("");
        if (handling.equals("confirm") && policy.equals("closedAuthenticated")) {
            return byHandling;
        }
        Verdict byPolicy = switch (policy) {
            case "closedAuthenticated" ->
                authenticatedIf(isListed(requester, conference, Xcon.ALLOWED_USERS_LIST), requester);
            case "openAuthenticated" ->
                authenticatedIf(!isListed(requester, conference, Xcon.DENY_USERS_LIST), requester);
            default -> Verdict.ADMITTED;
        };
        return byHandling.compareTo(byPolicy) >= 0 ? byHandling : byPolicy;
    }

    /** Whether {@code requester} is a target of the deny-users list. */
    public static boolean isDenied(Requester requester, Conference conference) {
        return isListed(requester, conference, Xcon.DENY_USERS_LIST);
    }

    /** Whether nobody can be added at the moment. */
    public static boolean isLocked(Conference conference) {
        return conference
                .document()
                .textAt(Info.CONFERENCE_STATE, Info.LOCKED)
                .filter("true"::equals)
                .isPresent();
    }

    private static Verdict authenticatedIf(boolean welcome, Requester requester) {
        if (!welcome) {
            return Verdict.REFUSED;
        }
        return requester.authenticated() ? Verdict.ADMITTED : Verdict.AUTHENTICATION_REQUIRED;
    }

    private static boolean isListed(Requester requester, Conference conference, Name list) {
        List<Role> roles =
                conference.users().find(requester.id()).map(User::roles).orElse(List.of());
        Optional<Element> targets = conference.document().at(Info.USERS, list);
        if (targets.isPresent()) {
            for (Element target : targets.get().children(Xcon.TARGET)) {
                if (Target.of(target).matches(requester.user(), roles)) {
                    return true;
                }
            }
        }
        return false;
    }
}
