package io.parley.spec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the requirements that a test shows, by their ids in {@code docs/requirements}. On a class it counts for all tests
 * of the class. The spec map is rendered from these annotations.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.FIELD})
public @interface Requirement {

    /** The ids, each of which must be known. */
    String[] value();
}
