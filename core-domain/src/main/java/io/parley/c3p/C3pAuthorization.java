package io.parley.c3p;

/** Who may send which command to a focus: section 3.5.4.2.2, and what is decided besides. */
public final class C3pAuthorization {

    /**
     * All that the decision depends on.
     *
     * @param command the command
     * @param role the role of the sender
     * @param party whether it is about him
     * @param unmutes whether it {@linkplain C3pAuthorization#unmutes lets a medium through}
     * @param mayModifyOwnFilters whether his role may do that to his own media (section 8.2, {@code mayModifyOwnFilters})
     */
    public record Question(
            C3pCommand command, C3pRole role, Party party, boolean unmutes, boolean mayModifyOwnFilters) {

        /** The question that a request puts. */
        public static Question of(
                C3pCommand command,
                C3pRequest request,
                SipEnvelope envelope,
                C3pRole role,
                boolean mayModifyOwnFilters) {
            return new Question(
                    command,
                    role,
                    Party.of(request, envelope),
                    C3pAuthorization.unmutes(request.command()),
                    mayModifyOwnFilters);
        }
    }

    private C3pAuthorization() {}

    /** Whether the command goes on; if not, the answer is {@link Reason#UNAUTHORIZED}. */
    public static boolean permits(Question question) {
        if (question.role() == C3pRole.PRESENTER) {
            return true;
        }
        boolean isFirstParty = question.party() == Party.FIRST;
        return switch (question.command().attendeeMay()) {
            case NOTHING -> false;
            case FIRST_PARTY -> isFirstParty;
            case FIRST_PARTY_UNLESS_IT_UNMUTES ->
                isFirstParty && (!question.unmutes() || question.mayModifyOwnFilters());
            case EVERYTHING -> true;
        };
    }

    /**
     * Whether a command lets a medium through that may be blocked: it says so, or it changes a medium and does not say that what comes from
     * the endpoint stays blocked, since an absent ingress filter means {@code unblock} (section 8.1).
     */
    public static boolean unmutes(Command command) {
        if (command instanceof MediaCommand.ModifyEndpointMedia modify) {
            return modify.media().ingressFilter() == MediaFilter.UNBLOCK || letsThroughToEndpoint(modify.media());
        }
        if (command instanceof MediaCommand.AddEndpointMedia add) {
            return add.media().text(C3pNames.msci("media-ingress-filter")).isPresent()
                            && add.media().ingressFilter() == MediaFilter.UNBLOCK
                    || letsThroughToEndpoint(add.media());
        }
        return false;
    }

    private static boolean letsThroughToEndpoint(C3pMedia media) {
        return media.egressFilter().filter(MediaFilter.UNBLOCK::equals).isPresent();
    }
}
