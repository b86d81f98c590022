/** What participants of a chat MCU and its focus see. */
@NullMarked
package io.parley.sip.chat;

import org.jspecify.annotations.NullMarked;
