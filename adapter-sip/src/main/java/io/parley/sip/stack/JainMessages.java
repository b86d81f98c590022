package io.parley.sip.stack;

import gov.nist.javax.sip.address.GenericURI;
import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.RequestLine;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.ParserFactory;
import gov.nist.javax.sip.parser.RequestLineParser;
import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.text.ParseException;
import java.util.List;

/**
 * Our messages as the transaction layer of JAIN wants them: its parsers read the request line and the headers of transactions, and refuse
 * what is none.
 *
 * <p>Of a request that we send, and of its answers, it is From, To, Call-ID and Request-URI of an INVITE alone that JAIN looks at, since it writes
 * the ACK to a refusal (RFC 3261 section 17.1.1.3). Those of others are checked, and JAIN does not get them.
 */
final class JainMessages {

    private static final int HIGHEST_PORT = 65_535;

    private static final String[] SINGLE = {"From", "To", "Call-ID", "CSeq"};
    private static final String[] ADDRESSES = {"From", "To"};
    private static final String INVITE = "INVITE";

    /** What JAIN notes of every transaction, and nobody asks it for. */
    private static final GenericURI ANYWHERE = new SipUri();

    private static final List<SIPHeader> NAMELESS = List.of(new From(), new To(), new CallID("none"));

    private JainMessages() {}

    /** A request that has come. */
    static JainRequest received(SipRequest request, Via via, String transaction, Flow reply) throws ParseException {
        JainRequest jain = new JainRequest(reply, new byte[0]);
        requestLine(jain, request);
        via.setBranch(transaction);
        jain.setHeader(via);
        singles(jain, request);
        return jain;
    }

    /** A request that is sent, with our Via. */
    static JainRequest sent(SipRequest request, String via, Flow flow, byte[] bytes) throws ParseException {
        JainRequest jain = new JainRequest(flow, bytes);
        jain.setHeader(via(via));
        if (!request.method().equals(INVITE)) {
            if (!MessageReader.isUri(request.uri())) {
                throw new ParseException("Bad Request-URI", 0);
            }
            check(request);
            NAMELESS.forEach(jain::setHeader);
            jain.setRequestLine(new RequestLine(ANYWHERE, request.method()));
            single(jain, "CSeq", request);
            return jain;
        }
        requestLine(jain, request);
        singles(jain, request);
        // What the ACK to a refusal takes over (section 17.1.1.3).
        set(jain, "Max-Forwards", request.header("Max-Forwards").orElse("70"));
        for (String route : request.headers().all("Route")) {
            jain.attachHeader(parsed("Route", route), false);
        }
        return jain;
    }

    /** A response that has come. */
    static JainAnswer received(SipResponse response, Peer peer) throws ParseException {
        JainAnswer jain = new JainAnswer(response, peer);
        jain.setStatusCode(response.status());
        jain.setHeader(via(response.headers()));
        single(jain, "CSeq", response);
        if (jain.getCSeq().getMethod().equals(INVITE)) {
            singles(jain, response);
        } else {
            check(response);
            NAMELESS.forEach(jain::setHeader);
        }
        return jain;
    }

    /** The first Via of a message. */
    static Via via(SipHeaders headers) throws ParseException {
        List<String> members = headers.list("Via");
        if (members.isEmpty()) {
            throw new ParseException("Bad Via", 0);
        }
        return via(members.get(0));
    }

    private static Via via(String value) throws ParseException {
        if (value.indexOf('(') >= 0) {
            // A comment, which RFC 3261 has abolished; JAIN would look for its end beyond that of memory.
            throw new ParseException("Bad Via", 0);
        }
        SIPHeader header = parsed("Via", value);
        if (header instanceof gov.nist.javax.sip.header.ViaList list && !list.isEmpty()) {
            Via via = list.getFirst() instanceof Via first ? first : new Via();
            if (via.getPort() > HIGHEST_PORT) {
                throw new ParseException("Bad Via", 0);
            }
            return via;
        }
        throw new ParseException("Bad Via", 0);
    }

    private static void requestLine(JainRequest jain, SipRequest request) throws ParseException {
        try {
            jain.setRequestLine(new RequestLineParser(request.method() + " " + request.uri() + " SIP/2.0\n").parse());
        } catch (ParseException | RuntimeException bad) {
            throw new ParseException("Bad Request-URI", 0);
        }
    }

    private static void singles(SIPMessage jain, SipMessage message) throws ParseException {
        for (String name : SINGLE) {
            single(jain, name, message);
        }
    }

    private static void single(SIPMessage jain, String name, SipMessage message) throws ParseException {
        set(jain, name, message.header(name).orElseThrow(() -> new ParseException("Bad " + name, 0)));
    }

    /** Refuses what has no From, To or Call-ID, or has them in another form. */
    private static void check(SipMessage message) throws ParseException {
        for (String name : ADDRESSES) {
            if (message.header(name).flatMap(NameAddress::parse).isEmpty()) {
                throw new ParseException("Bad " + name, 0);
            }
        }
        if (message.header("Call-ID").filter(id -> !id.isEmpty()).isEmpty()) {
            throw new ParseException("Bad Call-ID", 0);
        }
    }

    private static void set(SIPMessage jain, String name, String value) throws ParseException {
        jain.setHeader(parsed(name, value));
    }

    private static SIPHeader parsed(String name, String value) throws ParseException {
        try {
            return ParserFactory.createParser(name + ": " + value + "\n").parse();
        } catch (ParseException | RuntimeException bad) {
            // Its parsers run off the end of what they read, and say so in many ways.
            throw new ParseException("Bad " + name, 0);
        }
    }
}
