package io.parley.codec.xml.filter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jaxen.Function;
import org.jaxen.function.BooleanFunction;
import org.jaxen.function.CeilingFunction;
import org.jaxen.function.ConcatFunction;
import org.jaxen.function.ContainsFunction;
import org.jaxen.function.CountFunction;
import org.jaxen.function.FalseFunction;
import org.jaxen.function.FloorFunction;
import org.jaxen.function.IdFunction;
import org.jaxen.function.LangFunction;
import org.jaxen.function.LastFunction;
import org.jaxen.function.LocalNameFunction;
import org.jaxen.function.NameFunction;
import org.jaxen.function.NamespaceUriFunction;
import org.jaxen.function.NormalizeSpaceFunction;
import org.jaxen.function.NotFunction;
import org.jaxen.function.NumberFunction;
import org.jaxen.function.PositionFunction;
import org.jaxen.function.RoundFunction;
import org.jaxen.function.StartsWithFunction;
import org.jaxen.function.StringFunction;
import org.jaxen.function.StringLengthFunction;
import org.jaxen.function.SubstringAfterFunction;
import org.jaxen.function.SubstringBeforeFunction;
import org.jaxen.function.SubstringFunction;
import org.jaxen.function.SumFunction;
import org.jaxen.function.TranslateFunction;
import org.jaxen.function.TrueFunction;

/**
 * A function of the core library (XPath 1.0 section 4).
 *
 * @param code computes it
 * @param result the type of what it gives
 * @param least how many arguments it takes at least
 * @param most how many arguments it takes at most
 * @param takesNodes whether its arguments have to be node-sets
 * @param searches whether it looks for its second argument in its first, which takes a time in proportion to the product of their lengths
 */
record CoreFunction(Function code, ValueType result, int least, int most, boolean takesNodes, boolean searches) {

    private static final Map<String, CoreFunction> LIBRARY = library();

    /** The function of that name. */
    static Optional<CoreFunction> of(String name) {
        return Optional.ofNullable(LIBRARY.get(name));
    }

    private static Map<String, CoreFunction> library() {
        Map<String, CoreFunction> library = new HashMap<>();
        // 4.1 node-sets
        library.put("last", plain(new LastFunction(), ValueType.NUMBER, 0, 0));
        library.put("position", plain(new PositionFunction(), ValueType.NUMBER, 0, 0));
        library.put("count", ofNodes(new CountFunction(), ValueType.NUMBER, 1));
        library.put("id", plain(new IdFunction(), ValueType.NODES, 1, 1));
        library.put("local-name", ofNodes(new LocalNameFunction(), ValueType.STRING, 0));
        library.put("namespace-uri", ofNodes(new NamespaceUriFunction(), ValueType.STRING, 0));
        library.put("name", ofNodes(new NameFunction(), ValueType.STRING, 0));
        // 4.2 strings
        library.put("string", plain(new StringFunction(), ValueType.STRING, 0, 1));
        library.put("concat", plain(new ConcatFunction(), ValueType.STRING, 2, Integer.MAX_VALUE));
        library.put("starts-with", plain(new StartsWithFunction(), ValueType.BOOLEAN, 2, 2));
        library.put("contains", searching(new ContainsFunction(), ValueType.BOOLEAN));
        library.put("substring-before", searching(new SubstringBeforeFunction(), ValueType.STRING));
        library.put("substring-after", searching(new SubstringAfterFunction(), ValueType.STRING));
        library.put("substring", plain(new SubstringFunction(), ValueType.STRING, 2, 3));
        library.put("string-length", plain(new StringLengthFunction(), ValueType.NUMBER, 0, 1));
        library.put("normalize-space", plain(new NormalizeSpaceFunction(), ValueType.STRING, 0, 1));
        library.put("translate", plain(new TranslateFunction(), ValueType.STRING, 3, 3));
        // 4.3 booleans
        library.put("boolean", plain(new BooleanFunction(), ValueType.BOOLEAN, 1, 1));
        library.put("not", plain(new NotFunction(), ValueType.BOOLEAN, 1, 1));
        library.put("true", plain(new TrueFunction(), ValueType.BOOLEAN, 0, 0));
        library.put("false", plain(new FalseFunction(), ValueType.BOOLEAN, 0, 0));
        library.put("lang", plain(new LangFunction(), ValueType.BOOLEAN, 1, 1));
        // 4.4 numbers
        library.put("number", plain(new NumberFunction(), ValueType.NUMBER, 0, 1));
        library.put("sum", ofNodes(new SumFunction(), ValueType.NUMBER, 1));
        library.put("floor", plain(new FloorFunction(), ValueType.NUMBER, 1, 1));
        library.put("ceiling", plain(new CeilingFunction(), ValueType.NUMBER, 1, 1));
        library.put("round", plain(new RoundFunction(), ValueType.NUMBER, 1, 1));
        return Map.copyOf(library);
    }

    private static CoreFunction plain(Function code, ValueType result, int least, int most) {
        return new CoreFunction(code, result, least, most, false, false);
    }

    private static CoreFunction ofNodes(Function code, ValueType result, int least) {
        return new CoreFunction(code, result, least, 1, true, false);
    }

    private static CoreFunction searching(Function code, ValueType result) {
        return new CoreFunction(code, result, 2, 2, false, true);
    }
}
