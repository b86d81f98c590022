/**
 * The Centralized Conferencing Manipulation Protocol of RFC 6503: its messages as values, its operations as decisions.
 *
 * <p>Here: {@link io.parley.ccmp.CcmpRequest}, {@link io.parley.ccmp.CcmpResponse} and {@link io.parley.ccmp.ResponseCode}; one table of
 * messages and operations that the dispatcher, the options and the documentation read; one class for each operation; the ordered checks
 * that each request passes. Not here: how a message is written (that is {@code codec-xml}) and how it travels (the adapters).
 */
@NullMarked
package io.parley.ccmp;

import org.jspecify.annotations.NullMarked;
