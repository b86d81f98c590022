package io.parley.codec.c3p;

import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.MalformedC3p;
import io.parley.c3p.Shape;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.TreeCodec;
import io.parley.codec.xml.TreeReading;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.identity.SipUri;
import io.parley.subscription.Composer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * C3P as XML: requests and responses ({@code application/cccp+xml}), and the documents of rosters
 * ({@code application/conference-info+xml} with Microsoft's extensions). Built once, used by all threads.
 *
 * <p>Reading takes any prefix, any order, names in the wrong one of C3P's own namespaces, and white space around values; it refuses what
 * the schema of section 7.1 does not admit. What is written is valid by that schema as long as extensions of others are, and the
 * certificate in {@code getConference}, which is left to whoever uses it.
 */
public final class C3pCodec {

    private static final Name REQUEST = C3pNames.cccp("request");
    private static final Name RESPONSE = C3pNames.cccp("response");

    /** A root is known by its local name; that it lies in none of these namespaces means that it is something else. */
    private static final Set<String> ROOT_NAMESPACES = Set.of(C3pNames.CCCP, C3pNames.CI, "");

    private final TreeCodec trees;

    /** A codec that reads within {@code limits}. */
    public C3pCodec(Limits limits) {
        this.trees = new TreeCodec(limits, prefixes());
    }

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put(C3pNames.CCCP, "cccp");
        prefixes.put(C3pNames.CI, "ci");
        prefixes.put(C3pNames.CIS, "cis");
        prefixes.put(C3pNames.MSCI, "msci");
        prefixes.put(C3pNames.MSCI2, "msci2");
        prefixes.put(C3pNames.MSCP, "mscp");
        prefixes.put(C3pNames.MSACP, "msacp");
        prefixes.put(C3pNames.MSAS, "msas");
        prefixes.put(C3pNames.MSAV, "msav");
        prefixes.put(C3pNames.MSDATA, "msdata");
        prefixes.put(C3pNames.MSIM, "msim");
        prefixes.put(C3pNames.MSMCU, "msmcu");
        return prefixes;
    }

    /** What a focus or a Focus Factory reads from a client. Never throws because of what the bytes are. */
    public C3pReading readRequest(byte[] message) {
        TreeReading reading = trees.read(message);
        try {
            return new C3pReading.Read(RequestReader.read(arranged(whole(reading), REQUEST, C3pSchema.REQUEST)));
        } catch (UnreadableC3pException fault) {
            return new C3pReading.Unreadable(malformed(root(reading), String.valueOf(fault.getMessage())));
        }
    }

    /** What a client reads from a focus or a Focus Factory. */
    public C3pResponse readResponse(byte[] message) throws UnreadableC3pException {
        return ResponseReader.read(arranged(whole(trees.read(message)), RESPONSE, C3pSchema.RESPONSE));
    }

    /**
     * What a client sends.
     *
     * @throws IllegalArgumentException if a value is none of the schema's, or holds characters that XML 1.0 has not
     */
    public byte[] writeRequest(C3pRequest request) {
        return written(RequestWriter.write(request), C3pSchema.REQUEST);
    }

    /**
     * What a focus or a Focus Factory sends.
     *
     * @throws IllegalArgumentException if a value is none of the schema's, or holds characters that XML 1.0 has not
     */
    public byte[] writeResponse(C3pResponse response) {
        return written(ResponseWriter.write(response), C3pSchema.RESPONSE);
    }

    /** A document of a roster, arranged by {@link C3pSchema#CONFERENCE_INFO} and admitted by it. */
    public Element readDocument(byte[] document) throws UnreadableC3pException {
        Element read = arranged(whole(trees.read(document)), C3pNames.CONFERENCE_INFO, C3pSchema.CONFERENCE_INFO);
        refuse(C3pSchema.CONFERENCE_INFO.fault(read));
        return read;
    }

    /**
     * The bytes of a document of a roster.
     *
     * @throws IllegalArgumentException if the document is none by the schema, or holds characters that XML 1.0 has not
     */
    public byte[] writeDocument(Element document) {
        return written(document, C3pSchema.CONFERENCE_INFO);
    }

    /**
     * The bytes of a document of a roster that is told to many, each of whom counts what he is told.
     *
     * @param common the document, without a version
     * @throws IllegalArgumentException if the document is none by the schema, or holds characters that XML 1.0 has not
     */
    public CommonDocument writeCommon(Element common) {
        return CommonDocument.of(writeDocument(Composer.stamped(common, CommonDocument.ANY)));
    }

    private byte[] written(Element tree, Shape shape) {
        Element arranged = shape.arranged(tree);
        shape.fault(arranged).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return trees.write(arranged);
    }

    private static Element whole(TreeReading reading) throws UnreadableC3pException {
        if (reading instanceof TreeReading.Broken broken) {
            throw new UnreadableC3pException(broken.fault().getMessage());
        }
        return ((TreeReading.Whole) reading).root();
    }

    private static Optional<Element> root(TreeReading reading) {
        return reading instanceof TreeReading.Whole whole
                ? Optional.of(whole.root())
                : ((TreeReading.Broken) reading).root();
    }

    private static Element arranged(Element tree, Name name, Shape shape) throws UnreadableC3pException {
        Name root = tree.name();
        if (!root.local().equals(name.local()) || !ROOT_NAMESPACES.contains(root.namespace())) {
            throw new UnreadableC3pException("the root has to be " + name + ", not " + root);
        }
        return shape.arranged(tree, name);
    }

    static void refuse(Optional<String> fault) throws UnreadableC3pException {
        if (fault.isPresent()) {
            throw new UnreadableC3pException(fault.get());
        }
    }

    /** As much as the root of a request tells, whatever became of the rest. */
    private static MalformedC3p malformed(Optional<Element> root, String fault) {
        Optional<Element> request =
                root.filter(element -> element.name().local().equals(REQUEST.local()));
        return new MalformedC3p(
                attribute(request, "requestId").filter(id -> !id.isEmpty()),
                attribute(request, "from").flatMap(SipUri::parse),
                attribute(request, "to").flatMap(SipUri::parse),
                fault);
    }

    private static Optional<String> attribute(Optional<Element> element, String name) {
        return element.flatMap(root -> root.attribute(Name.unqualified(name))).map(String::strip);
    }
}
