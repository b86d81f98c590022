package io.parley.codec.xml;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.document.Name;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Responses of success that tell a document or a part of one, put together of what was written before: the element, whoever asks for it,
 * as long as it lives, and a form in which the sender, the object and its version are filled in. An element never changes, so what was
 * written of it stays right; and there are no more forms than kinds of responses. Used by all threads.
 */
final class KnownResponses {

    private static final long REMEMBERED = 32L << 20;

    /** Writes a response from the beginning to the end. */
    interface Whole {
        byte[] write(CcmpResponse response, Dialect dialect);
    }

    private final XmlSink sink;
    private final Whole whole;
    private final Map<Kind, SuccessForm> forms = new ConcurrentHashMap<>();

    /** By identity: equal elements of two states are written twice. */
    private final Cache<Element, Written> elements = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(REMEMBERED)
            .<Element, Written>weigher((element, written) -> written.bytes().length)
            .executor(Runnable::run)
            .build();

    /** Responses with elements that are written to {@code sink}; the others, and the forms, are written by {@code whole}. */
    KnownResponses(XmlSink sink, Whole whole) {
        this.sink = sink;
        this.whole = whole;
    }

    /** The bytes of {@code response}. */
    byte[] write(CcmpResponse response, Dialect dialect) {
        Optional<Kind> kind = Kind.of(response, dialect);
        if (kind.isEmpty()) {
            return whole.write(response, dialect);
        }
        Element element = response.body().info().orElseThrow();
        Name name = kind.get().elementName();
        SuccessForm form = forms.computeIfAbsent(kind.get(), any -> {
            CcmpResponse around = response.body(new Body.Info(element.type().empty()));
            return SuccessForm.of(whole.write(around, dialect), name);
        });
        return form.with(response, written(element, name));
    }

    private byte[] written(Element element, Name name) {
        @Nullable Written before = elements.getIfPresent(element);
        if (before != null && before.name().equals(name)) {
            return before.bytes();
        }
        byte[] bytes = sink.fragment(
                xml -> new ElementWriter(xml, ElementWriter.Form.CONFERENCE_DOCUMENT).write(element, name));
        elements.put(element, new Written(name, bytes));
        return bytes;
    }

    /** What an element looks like under a name. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
    private record Written(Name name, byte[] bytes) {}

    /** Responses that differ in nothing but who sent the request, the object, its version and the element. */
    private record Kind(
            Message message, Optional<Operation> operation, boolean hasObject, boolean hasVersion, Dialect dialect) {

        static Optional<Kind> of(CcmpResponse response, Dialect dialect) {
            boolean known = response.isSuccess()
                    && response.reason().equals(ResponseCode.SUCCESS.words())
                    && response.body() instanceof Body.Info
                    && SuccessForm.isPlain(response.confUserId())
                    && response.confObjId()
                            .filter(id -> !SuccessForm.isPlain(id))
                            .isEmpty();
            return response.message()
                    .filter(message -> known && message.content() == Message.Content.INFO)
                    .map(message -> new Kind(
                            message,
                            response.operation(),
                            response.confObjId().isPresent(),
                            response.version().isPresent(),
                            dialect));
        }

        Name elementName() {
            return Name.unqualified(message.infoName());
        }
    }
}
