package io.parley.c3p;

import static io.parley.c3p.C3pNames.msci;
import static io.parley.c3p.C3pNames.msci2;
import static io.parley.c3p.ShapeBuilder.shape;
import static io.parley.c3p.TextRule.TEXT;
import static io.parley.c3p.TextRule.URI;

import io.parley.document.Name;

/** The schema of the numbers by which telephones reach conferences: MS-CONFBAS section 8.2. */
final class PstnShapes {

    private static final Shape ACCESS_NUMBER = shape().many(
                    msci("language"),
                    shape().requires(Name.unqualified("tag"), TextRule.LANGUAGE)
                            .admits(Name.unqualified("lcid"), TextRule.NON_NEGATIVE)
                            .build())
            .one(msci("number"), TEXT)
            .build();

    static final Shape ACCESS_NUMBERS = shape().optional(msci("internal-url"), URI)
            .optional(msci("external-url"), URI)
            .many(
                    msci("region"),
                    shape().requires(Name.unqualified("name"), TEXT)
                            .many(msci("access-number"), ACCESS_NUMBER)
                            .build())
            .optional(msci2("default-region"), TEXT)
            .separator()
            .build();

    private PstnShapes() {}
}
