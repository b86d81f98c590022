package io.parley.docs;

import java.util.List;
import java.util.Optional;

/**
 * One test that names one requirement.
 *
 * @param requirement the id
 * @param type the simple name of the test class
 * @param member the test method, or empty if the class itself names the requirement
 * @param defects why it shows nothing: it is no test, or it does not run
 */
record Evidence(String requirement, String type, Optional<String> member, List<String> defects) {

    String where() {
        return type + member.map(it -> "#" + it).orElse("");
    }
}
