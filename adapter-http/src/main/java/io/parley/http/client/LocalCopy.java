package io.parley.http.client;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.ConferenceInfo;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Merge;
import io.parley.document.Placeholders;
import io.parley.identity.Version;
import java.util.Optional;

/**
 * A client's copy of a conference, and what it learns from the answers to its own updates (RFC 6503 section 4.2). A value: each method
 * gives the copy that holds afterwards.
 *
 * @param conference the document
 * @param version its version
 * @param isCurrent whether it was the latest as far as the answers told; if not, {@link #synchronised} is due
 */
public record LocalCopy(ConferenceInfo conference, Version version, boolean isCurrent) {

    /** The copy that {@code response} brings; empty unless it is an accepted one with a whole conference and its version. */
    public static Optional<LocalCopy> of(CcmpResponse response) {
        boolean whole = response.isSuccess()
                && response.message().filter(it -> it == Message.CONF).isPresent();
        return whole && response.version().isPresent()
                ? response.body()
                        .info()
                        .map(document -> new LocalCopy(
                                new ConferenceInfo(document), response.version().get(), true))
                : Optional.empty();
    }

    /**
     * The copy after {@code update} was answered so. A version one above ours says that ours was the latest: then the changes are in it
     * and it is current. A higher one says that others have changed the conference meanwhile. A whole conference in the answer is taken;
     * a {@code usersInfo} is not (section 5.3.5).
     */
    public LocalCopy after(CcmpRequest update, CcmpResponse answer) {
        if (!answer.isSuccess()) {
            return answer.version().filter(now -> !now.equals(version)).isPresent() ? outdated() : this;
        }
        Optional<LocalCopy> brought = of(answer);
        if (brought.isPresent()) {
            return brought.get();
        }
        boolean wasLatest = answer.version().filter(version.next()::equals).isPresent();
        return wasLatest
                ? changed(update)
                        .map(now -> new LocalCopy(now, version.next(), true))
                        .orElseGet(this::outdated)
                : outdated();
    }

    /** The copy after an update of which nobody knows what has become, such as behind an {@link OutcomeUnknownException}. */
    public LocalCopy outdated() {
        return new LocalCopy(conference, version, false);
    }

    /**
     * The latest copy: this one if it is current, else what {@code sender} retrieves by {@code client}; outdated still if the server
     * refuses.
     *
     * @throws CcmpException if no answer comes
     */
    public LocalCopy synchronised(CcmpClient client, Sender sender) throws CcmpException {
        return isCurrent
                ? this
                : of(client.send(sender.retrieve(conference.id())).response()).orElse(this);
    }

    /** The conference after the changes; empty where only the server knows it. */
    private Optional<ConferenceInfo> changed(CcmpRequest update) {
        Optional<Element> changes = update.body().info();
        boolean known = changes.filter(it -> Placeholders.in(it, "").isEmpty()).isPresent()
                && update.operation().filter(it -> it == Operation.UPDATE).isPresent();
        if (!known) {
            return Optional.empty();
        }
        Element document = conference.element();
        Element whole = switch (update.message()) {
            case CONF -> changes.get();
            case USERS -> document.withoutContent().with(changes.get());
            case USER -> document.withoutContent().with(users(document).with(changes.get()));
            default -> document.withoutContent();
        };
        return Optional.of(new ConferenceInfo(Merge.update(document, whole)));
    }

    private static Element users(Element document) {
        return document.type().child(Info.USERS).empty();
    }
}
