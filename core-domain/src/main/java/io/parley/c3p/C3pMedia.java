package io.parley.c3p;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.document.View;
import java.util.Optional;

/**
 * A medium of an endpoint: {@code ci:media} (RFC 4575 section 5.8, section 8.1).
 *
 * @param element the element, arranged by {@link C3pSchema#MEDIA}
 */
public record C3pMedia(Element element) implements View {

    private static final Name ID = Name.unqualified("id");
    private static final Name INGRESS = C3pNames.msci("media-ingress-filter");
    private static final Name EGRESS = C3pNames.msci("media-egress-filter");

    /** Refuses what is no medium with an {@link IllegalArgumentException}. */
    public C3pMedia {
        if (!element.name().equals(C3pNames.MEDIA)) {
            throw new IllegalArgumentException("not a medium: " + element.name());
        }
        element = C3pSchema.MEDIA.arranged(element);
    }

    /** A medium of which nothing is said. */
    public static C3pMedia of(String id) {
        return new C3pMedia(ElementType.foreign(C3pNames.MEDIA).empty().withAttribute(ID, id));
    }

    /** What tells it apart among the media of its endpoint. */
    public Optional<String> id() {
        return attribute(ID);
    }

    /** What it is: {@code audio}, {@code chat} and the like. */
    public Optional<String> type() {
        return text(C3pNames.ci("type"));
    }

    /** Which medium of the conference it belongs to. */
    public Optional<String> label() {
        return text(C3pNames.ci("label"));
    }

    /** Which way it flows, a word of {@code io.parley.user.MediaStatus}. */
    public Optional<String> status() {
        return text(C3pNames.STATUS);
    }

    /** What is done with what comes from the endpoint; {@link MediaFilter#UNBLOCK} if nothing is said. */
    public MediaFilter ingressFilter() {
        return text(INGRESS).flatMap(MediaFilter::of).orElse(MediaFilter.UNBLOCK);
    }

    /** What is done with what goes to the endpoint, if something is said. */
    public Optional<MediaFilter> egressFilter() {
        return text(EGRESS).flatMap(MediaFilter::of);
    }

    /** This medium of that type. */
    public C3pMedia withType(String type) {
        return with(C3pTexts.element(C3pNames.ci("type"), type));
    }

    /** This medium under that label. */
    public C3pMedia withLabel(String label) {
        return with(C3pTexts.element(C3pNames.ci("label"), label));
    }

    /** This medium flowing that way, in a word of {@code io.parley.user.MediaStatus}. */
    public C3pMedia withStatus(String status) {
        return with(C3pTexts.element(C3pNames.STATUS, status));
    }

    /** This medium with what comes from the endpoint filtered so. */
    public C3pMedia withIngressFilter(MediaFilter filter) {
        return with(C3pTexts.element(INGRESS, filter.word()));
    }

    /** This medium with what goes to the endpoint filtered so. */
    public C3pMedia withEgressFilter(MediaFilter filter) {
        return with(C3pTexts.element(EGRESS, filter.word()));
    }

    /** This medium with {@code child} at its place. */
    public C3pMedia with(Element child) {
        return new C3pMedia(C3pSchema.MEDIA.with(element, child));
    }
}
