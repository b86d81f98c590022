/**
 * The focus, the conference factory, subscriptions and the chat MCU will live here, on a SIP stack that stays behind types
 * of our own. So far the room is empty: nothing here speaks SIP yet.
 */
@NullMarked
package io.parley.sip;

import org.jspecify.annotations.NullMarked;
