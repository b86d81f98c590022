package io.parley.sip.stack;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.ParserFactory;
import gov.nist.javax.sip.parser.RequestLineParser;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.text.ParseException;
import java.util.List;

/**
 * Our messages as the transaction layer of JAIN wants them: its parsers read the request line and the headers of transactions, and refuse
 * what is none.
 */
final class JainMessages {

    private static final int HIGHEST_PORT = 65_535;

    private static final String[] SINGLE = {"From", "To", "Call-ID", "CSeq"};

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
        requestLine(jain, request);
        jain.setHeader(via(via));
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
        singles(jain, response);
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
            set(jain, name, message.header(name).orElseThrow(() -> new ParseException("Bad " + name, 0)));
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
