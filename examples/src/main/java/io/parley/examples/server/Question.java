package io.parley.examples.server;

import io.parley.ccmp.CcmpRequest;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.http.client.CcmpClient;
import io.parley.http.client.CcmpException;
import io.parley.http.client.CcmpResult;
import io.parley.http.client.Sender;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.user.Endpoint;
import io.parley.user.EndpointBuilder;
import io.parley.user.EndpointMedia;
import io.parley.user.MediaStatus;
import io.parley.user.User;
import io.parley.user.UserChanges;
import java.util.List;
import java.util.function.Function;

/** What {@code call} asks a server, and the exit status that comes of it. */
final class Question {

    static final int REFUSED = 1;
    static final int NO_ANSWER = 3;

    private final CallOptions options;
    private final Sender sender;
    private final Report report;

    Question(CallOptions options, Sender sender, Report report) {
        this.options = options;
        this.sender = sender;
        this.report = report;
    }

    /** A request about a conference. */
    interface About {
        CcmpRequest request(Sender sender, XconUri conference);
    }

    private interface Asking {
        int with(CcmpClient client) throws CcmpException;
    }

    /** Asks that one thing. */
    int ask(Function<Sender, CcmpRequest> request) {
        CcmpRequest asked = request.apply(sender);
        return asking(client -> report.tell(client.send(asked)));
    }

    /** Mutes all that {@code user} sends of audio, or has it heard again. */
    int mute(XconUri conference, XconUserId user, boolean muted) {
        return asking(client -> {
            CcmpResult found = client.send(sender.user(conference, user));
            if (!found.isAccepted()) {
                return report.tell(found);
            }
            List<Endpoint> endpoints = found.response()
                    .body()
                    .info()
                    .map(User::new)
                    .map(User::endpoints)
                    .orElse(List.of());
            UserChanges changes = Conferences.userChanges(user);
            int streams =
                    endpoints.stream().mapToInt(it -> mute(it, changes, muted)).sum();
            if (streams == 0) {
                return report.complain(REFUSED, user + " sends no audio; --endpoint and --media name a stream");
            }
            Element changed = changes.build();
            return report.tell(client.send(sender.updateUser(conference, changed)));
        });
    }

    private static int mute(Endpoint endpoint, UserChanges changes, boolean muted) {
        List<EndpointMedia> audio = endpoint.media().stream()
                .filter(it -> it.type().map("audio"::equals).orElse(true))
                .toList();
        if (!audio.isEmpty()) {
            EndpointBuilder builder = Conferences.endpoint(endpoint.entity());
            audio.forEach(it -> builder.media(
                    Conferences.endpointMedia(it.id()).status(muted ? MediaStatus.RECVONLY : MediaStatus.SENDRECV)));
            changes.endpoint(builder);
        }
        return audio.size();
    }

    private int asking(Asking question) {
        try (CcmpClient client = options.client(report)) {
            return question.with(client);
        } catch (CcmpException silence) {
            return report.complain(NO_ANSWER, String.valueOf(silence.getMessage()));
        } catch (IllegalArgumentException refused) {
            throw new StartException(String.valueOf(refused.getMessage()), refused);
        }
    }
}
