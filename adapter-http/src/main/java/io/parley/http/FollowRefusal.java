package io.parley.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.parley.ccmp.ResponseCode;

/** What HTTP says where CCMP would refuse to retrieve. */
final class FollowRefusal {

    private FollowRefusal() {}

    /** 404 where nothing is, 403 for whoever may not see it, or lacks its password. */
    static HttpResponseStatus status(ResponseCode code) {
        return code == ResponseCode.OBJECT_NOT_FOUND ? HttpResponseStatus.NOT_FOUND : HttpResponseStatus.FORBIDDEN;
    }
}
