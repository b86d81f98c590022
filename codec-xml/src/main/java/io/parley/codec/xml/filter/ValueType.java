package io.parley.codec.xml.filter;

/** The types of values that XPath 1.0 knows (section 1). */
enum ValueType {
    NODES,
    STRING,
    NUMBER,
    BOOLEAN
}
