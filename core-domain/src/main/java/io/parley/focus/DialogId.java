package io.parley.focus;

/**
 * A signalling dialog of the focus (RFC 3261 section 12), seen from the focus.
 *
 * @param callId the {@code Call-ID}
 * @param localTag the tag that the focus chose
 * @param remoteTag the tag that the peer chose
 */
public record DialogId(String callId, String localTag, String remoteTag) implements Comparable<DialogId> {

    /** Whether {@code one} and {@code other} are the two tags, in either order: texts do not agree on which is whose. */
    public boolean hasTags(String one, String other) {
        return localTag.equals(one) && remoteTag.equals(other) || localTag.equals(other) && remoteTag.equals(one);
    }

    @Override
    public int compareTo(DialogId other) {
        int byCall = callId.compareTo(other.callId);
        int byLocal = byCall != 0 ? byCall : localTag.compareTo(other.localTag);
        return byLocal != 0 ? byLocal : remoteTag.compareTo(other.remoteTag);
    }
}
