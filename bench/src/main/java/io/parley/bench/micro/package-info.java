/**
 * The core and the codecs, measured in one process by JMH: how long each step of a request takes, and how much it allocates. What grows with
 * the roster is measured with rosters of several sizes.
 */
@NullMarked
package io.parley.bench.micro;

import org.jspecify.annotations.NullMarked;
