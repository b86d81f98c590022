package io.parley.ccmp;

/**
 * Why a request is refused; nothing has changed.
 *
 * @param code the response code
 * @param reason in words, naming the offending element or URI
 */
record Rejection(ResponseCode code, String reason) {

    static Rejection badRequest(String reason) {
        return new Rejection(ResponseCode.BAD_REQUEST, reason);
    }
}
