package io.parley.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Element;
import io.parley.document.Validation;
import io.parley.identity.XconUserId;
import io.parley.user.Controls;
import io.parley.user.DeniedTarget;
import io.parley.user.Role;
import io.parley.user.User;
import io.parley.user.View;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ViewsPropertyTest {

    @Property(tries = 150)
    void noViewThrowsOnAValidDocument(@ForAll("documents") Element document) throws Exception {
        readAll(new ConferenceInfo(document));
    }

    @Property(tries = 100)
    void anyWordOfAnOpenEnumerationSurvives(@ForAll("words") String word) {
        ConferenceInfo info = new ConferenceInfo(Conferences.builder("xcon:a@example.com")
                .medium(Conferences.medium("1").status(word).mixingMode(word))
                .joinHandling(word)
                .admissionPolicy(word)
                .allow("sip:bob@example.com", word)
                .deny(word)
                .floorRequestHandling(word)
                .floor(Conferences.floor("1").media("1").algorithm(word))
                .user(Conferences.user(XconUserId.of("bob", "example.com"))
                        .anonymity(word)
                        .role(Role.of(word))
                        .endpoint(Conferences.endpoint("sip:bob@example.com").status(word)))
                .build());

        assertThat(Validation.ofDocument(info.element())).isEmpty();
        assertThat(info.medium("1").flatMap(Medium::status)).contains(word);
        assertThat(info.medium("1").flatMap(Medium::mixingMode)).contains(word);
        assertThat(info.users().joinHandling()).contains(word);
        assertThat(info.users().admissionPolicy()).contains(word);
        assertThat(info.users().allowed().get(0).method()).isEqualTo(word);
        assertThat(info.users().denied()).containsExactly(new DeniedTarget(word));
        assertThat(info.floorInformation().flatMap(FloorInformation::requestHandling))
                .contains(word);
        assertThat(info.floors().get(0).algorithm()).contains(word);
        User bob = info.users().find(XconUserId.of("bob", "example.com")).orElseThrow();
        assertThat(bob.anonymity()).contains(word);
        assertThat(bob.roles()).extracting(Role::word).containsExactly(word);
        assertThat(bob.endpoints().get(0).status()).contains(word);
    }

    @Property(tries = 100)
    void whatWasBuiltIsRead(
            @ForAll String title,
            @ForAll @IntRange(min = 0) int maximum,
            @ForAll @IntRange(min = -127, max = 127) int gain,
            @ForAll boolean locked) {
        ConferenceInfo info = new ConferenceInfo(Conferences.builder("xcon:a@example.com")
                .title(title)
                .maximumUsers(maximum)
                .medium(Conferences.medium("1")
                        .controls(Conferences.controls().gain(gain).mute(locked)))
                .locked(locked)
                .build());

        assertThat(Validation.ofDocument(info.element())).isEmpty();
        assertThat(info.title()).contains(title);
        assertThat(info.maximumUserCount()).contains(maximum);
        assertThat(info.medium("1").flatMap(Medium::controls).flatMap(Controls::gain))
                .contains(gain);
        assertThat(info.medium("1").flatMap(Medium::controls).flatMap(Controls::mute))
                .contains(locked);
        assertThat(info.isLocked()).isEqualTo(locked);
    }

    @Provide
    Arbitrary<Element> documents() {
        return ValidDocuments.any();
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    /** Calls whatever can be asked of a view without an argument, and of the views that it yields. */
    private static void readAll(View view) throws Exception {
        for (Method method : view.getClass().getMethods()) {
            if (method.getParameterCount() > 0
                    || Modifier.isStatic(method.getModifiers())
                    || method.getDeclaringClass() == Object.class) {
                continue;
            }
            Object value = method.invoke(view);
            if (value instanceof Iterable<?> entries) {
                for (Object entry : entries) {
                    readOn(entry);
                }
            } else if (value instanceof Optional<?> perhaps && perhaps.isPresent()) {
                readOn(perhaps.get());
            }
        }
    }

    private static void readOn(Object value) throws Exception {
        if (value instanceof View view) {
            readAll(view);
        }
    }
}
