/**
 * The house rules as tests: the arrows between modules and rooms, the habits of the code, the picture and the spec map.
 */
@NullMarked
package io.parley.docs;

import org.jspecify.annotations.NullMarked;
