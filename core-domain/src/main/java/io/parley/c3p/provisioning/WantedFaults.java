package io.parley.c3p.provisioning;

import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.Reason;
import io.parley.document.Datatype;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.focus.LobbySettings.Admission;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import io.parley.focus.ServerMode;
import io.parley.identity.SipUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be wrong with what a client wants to have provisioned. The checks are a list, and the first that refuses is the answer; each names
 * the broken rule by the reason that the schema has for it (MS-CONFBAS section 7.1), the last one by {@code otherFailure}.
 */
final class WantedFaults {

    /** One check. */
    private interface Check {
        Optional<Failure> failure(Wanted wanted, FactorySituation situation);
    }

    private static final Pattern CONFERENCE_ID = Pattern.compile("[A-Za-z0-9]{8,32}");
    private static final int LONGEST_SECRET = 2048;

    private static final List<Check> OF_A_NEW_ONE = List.of(WantedFaults::conferenceId);

    private static final List<Check> OF_ANY = List.of(
            WantedFaults::organizer,
            WantedFaults::admissionPolicy,
            WantedFaults::anonymousUsers,
            WantedFaults::expiryTime,
            WantedFaults::roles,
            WantedFaults::userEntities,
            WantedFaults::mcuTypes,
            WantedFaults::entitySettings,
            WantedFaults::notificationData,
            WantedFaults::organizerRoamingData,
            WantedFaults::meetingSize,
            WantedFaults::encryptionKey,
            WantedFaults::passcode,
            WantedFaults::serverMode,
            WantedFaults::webUrls,
            WantedFaults::schema);

    private WantedFaults() {}

    /** The first fault of a conference that is to be made. */
    static Optional<Failure> ofNew(Wanted wanted, FactorySituation situation) {
        return first(OF_A_NEW_ONE, wanted, situation).or(() -> ofAny(wanted, situation));
    }

    /** The first fault of what is to take the place of what was provisioned. */
    static Optional<Failure> ofAny(Wanted wanted, FactorySituation situation) {
        return first(OF_ANY, wanted, situation);
    }

    private static Optional<Failure> first(List<Check> checks, Wanted wanted, FactorySituation situation) {
        for (Check check : checks) {
            Optional<Failure> failure = check.failure(wanted, situation);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> when(boolean broken, Reason reason, String words) {
        return broken ? Optional.of(new Failure(reason, words)) : Optional.empty();
    }

    /** Chosen by the client: 8 to 32 letters and digits (MS-CONFPRO). */
    private static Optional<Failure> conferenceId(Wanted wanted, FactorySituation situation) {
        return wanted.conferenceId()
                .filter(id -> !CONFERENCE_ID.matcher(id).matches())
                .map(id -> new Failure(
                        Reason.INVALID_CONFERENCE_ID,
                        "conference-id has 8 to 32 letters and digits, not '" + id + "'"));
    }

    private static Optional<Failure> organizer(Wanted wanted, FactorySituation situation) {
        Optional<String> named = wanted.text(Words.DESCRIPTION, Words.ORGANIZER, Words.ORGANIZER_ENTITY);
        boolean another = named.filter(uri -> SipUri.parse(uri)
                        .filter(entity -> entity.addressOfRecord()
                                .isEquivalentTo(
                                        situation.organizer().uri(),
                                        situation.rules().focus().domain()))
                        .isEmpty())
                .isPresent();
        return when(another, Reason.FORBIDDEN, "the organizer is the sender, not " + named.orElse(""));
    }

    private static Optional<Failure> admissionPolicy(Wanted wanted, FactorySituation situation) {
        return wanted.said(Words.ADMISSION_POLICY)
                .filter(word -> Admission.of(word).isEmpty())
                .map(word -> new Failure(Reason.INVALID_ADMISSION_POLICY, "no admission-policy is '" + word + "'"));
    }

    private static Optional<Failure> anonymousUsers(Wanted wanted, FactorySituation situation) {
        boolean allowed = situation.rules().focus().allowed().anonymousPolicy()
                && wanted.allows(Words.ANONYMOUS_TYPE_ALLOWED).orElse(true);
        return when(
                wanted.admission().filter(Admission.ANONYMOUS::equals).isPresent() && !allowed,
                Reason.ANONYMOUS_USERS_NOT_ALLOWED,
                "admission-policy anonymous is not allowed");
    }

    private static Optional<Failure> expiryTime(Wanted wanted, FactorySituation situation) {
        Optional<String> text = wanted.said(Words.EXPIRY_TIME);
        boolean valid = text.map(Datatype.DATE_TIME::normalize)
                .map(time -> Datatype.DATE_TIME.refusal(time).isEmpty()
                        && wanted.expiry().filter(situation.now()::isBefore).isPresent())
                .orElse(true);
        return when(!valid, Reason.INVALID_EXPIRY_TIME, "expiry-time is a time to come, not '" + text.orElse("") + "'");
    }

    private static Optional<Failure> roles(Wanted wanted, FactorySituation situation) {
        for (Element user : wanted.users()) {
            List<String> roles = new ArrayList<>();
            user.child(C3pNames.ROLES)
                    .ifPresent(list -> list.children(C3pNames.ENTRY)
                            .forEach(entry -> roles.add(entry.text().strip())));
            boolean valid = roles.isEmpty()
                    || roles.size() == 1 && C3pRole.of(roles.get(0)).isPresent();
            if (!valid) {
                return Optional.of(new Failure(
                        Reason.INVALID_ROLE, "an invitee is presenter or attendee, not " + String.join(", ", roles)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> userEntities(Wanted wanted, FactorySituation situation) {
        for (Element user : wanted.users()) {
            String entity = user.attribute(C3pNames.ENTITY).orElse("");
            Optional<SipUri> uri = SipUri.parse(entity);
            boolean valid = uri.filter(address -> address.user().isPresent()).isPresent();
            if (!valid) {
                return Optional.of(new Failure(
                        Reason.INVALID_USER_ENTITY, "an invitee has a sip: or tel: URI, not '" + entity + "'"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> mcuTypes(Wanted wanted, FactorySituation situation) {
        for (Element view : wanted.entityViews()) {
            Optional<McuType> type = Wanted.typeOf(view);
            if (type.filter(situation.rules().mcus()::contains).isEmpty()) {
                return Optional.of(new Failure(
                        Reason.MCU_TYPE_NOT_AVAILABLE,
                        "there is no MCU '" + view.attribute(C3pNames.ENTITY).orElse("") + "'"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> entitySettings(Wanted wanted, FactorySituation situation) {
        long most = situation.rules().settings().entitySettings();
        for (Element view : wanted.entityViews()) {
            Optional<Failure> failure =
                    tooLarge(view.child(Words.ENTITY_SETTINGS), most, Reason.ENTITY_SETTINGS_TOO_LARGE);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> notificationData(Wanted wanted, FactorySituation situation) {
        return tooLarge(
                wanted.part(Words.NOTIFICATION_DATA),
                situation.rules().settings().notificationData(),
                Reason.NOTIFICATION_DATA_TOO_LARGE);
    }

    private static Optional<Failure> organizerRoamingData(Wanted wanted, FactorySituation situation) {
        return tooLarge(
                wanted.part(Words.ORGANIZER_ROAMING_DATA),
                situation.rules().settings().organizerRoamingData(),
                Reason.ORGANIZER_ROAMING_DATA_TOO_LARGE);
    }

    private static Optional<Failure> tooLarge(Optional<Element> data, long most, Reason reason) {
        return data.filter(element -> size(element) > most)
                .map(element -> new Failure(
                        reason,
                        element.name().local() + " has " + size(element) + " characters, at most " + most
                                + " are kept"));
    }

    /** What is in an element, without its own name. */
    private static long size(Element element) {
        return element.weight() - element.name().local().length();
    }

    private static Optional<Failure> meetingSize(Wanted wanted, FactorySituation situation) {
        int most = situation.rules().focus().participants();
        return wanted.maximumUserCount()
                .filter(count -> count > most)
                .map(count -> new Failure(
                        Reason.MAX_MEETING_SIZE_EXCEEDED, "at most " + most + " can be in a conference, not " + count));
    }

    private static Optional<Failure> encryptionKey(Wanted wanted, FactorySituation situation) {
        boolean foreign = wanted.envelopes().stream()
                .anyMatch(envelope -> situation.opened().apply(envelope).isEmpty());
        return when(
                foreign,
                Reason.INVALID_ENCRYPTION_KEY_USED,
                "a secret was not encrypted to the certificate that getEncryptionKey tells");
    }

    private static Optional<Failure> passcode(Wanted wanted, FactorySituation situation) {
        boolean valid = wanted.sealedKey()
                .flatMap(situation.opened())
                .map(key -> !key.isBlank() && key.length() <= LONGEST_SECRET)
                .orElse(true);
        return when(!valid, Reason.INVALID_PASSCODE, "a conference-key has 1 to " + LONGEST_SECRET + " characters");
    }

    private static Optional<Failure> serverMode(Wanted wanted, FactorySituation situation) {
        return wanted.said(Words.SERVER_MODE)
                .filter(mode -> wanted.serverMode().isEmpty())
                .map(mode -> Failure.other("server-mode is " + ServerMode.WITHOUT_LOBBY.number() + " or "
                        + ServerMode.WITH_LOBBY.number() + ", not '" + mode + "'"));
    }

    private static Optional<Failure> webUrls(Wanted wanted, FactorySituation situation) {
        Provisioning.Secrets secrets = Making.secrets(wanted, situation);
        return invalidUrl(secrets.webInternal()).or(() -> invalidUrl(secrets.webExternal()));
    }

    private static Optional<Failure> invalidUrl(Optional<String> url) {
        return url.filter(text -> text.length() > LONGEST_SECRET
                        || Datatype.WEB_URI.refusal(text).isPresent())
                .map(text -> Failure.other(
                        "a join URL is an http or https URI of at most " + LONGEST_SECRET + " characters"));
    }

    /** All else that the schema does not admit; that {@code anonymous-type-allowed} is missing is no fault. */
    private static Optional<Failure> schema(Wanted wanted, FactorySituation situation) {
        Name name = Words.ANONYMOUS_TYPE_ALLOWED;
        Element description =
                wanted.element().child(Words.DESCRIPTION).orElseGet(ElementType.foreign(Words.DESCRIPTION)::empty);
        Element said = description.child(name).isPresent()
                ? description
                : description.with(ElementType.foreign(name).text("true"));
        Element completed = wanted.element().without(Words.DESCRIPTION).with(said);
        return C3pSchema.CONFERENCE_INFO
                .fault(C3pSchema.CONFERENCE_INFO.arranged(completed))
                .map(Failure::other);
    }
}
