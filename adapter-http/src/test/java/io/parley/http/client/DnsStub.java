package io.parley.http.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A DNS server on loopback that knows the NAPTR records that it was given. */
final class DnsStub implements AutoCloseable {

    private static final int LARGEST = 4096;

    private final DatagramSocket socket;
    private final Map<Name, List<Record>> zones = new ConcurrentHashMap<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private volatile boolean authentic;
    private volatile int ttl = 300;
    private volatile int code = Rcode.NOERROR;

    DnsStub() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread thread = new Thread(this::serve, "dns");
        thread.setDaemon(true);
        thread.start();
    }

    /** Adds a record to {@code domain}. */
    DnsStub naptr(
            String domain, int order, int preference, String flags, String service, String regexp, String replacement) {
        Name name = name(domain);
        zones.computeIfAbsent(name, none -> new ArrayList<>())
                .add(new NAPTRRecord(
                        name, DClass.IN, ttl, order, preference, flags, service, regexp, name(replacement)));
        return this;
    }

    /** Adds a terminal record to {@code domain} that leads to {@code uri}. */
    DnsStub server(String domain, Object uri) {
        return naptr(domain, 100, 10, "u", "XCON:CCMP", "!.*!" + uri + "!", ".");
    }

    /** Adds a record to {@code domain} that delegates to another. */
    DnsStub delegation(String domain, String to) {
        return naptr(domain, 100, 10, "", "XCON:CCMP", "", to);
    }

    /** Marks the answers from now on as validated. */
    DnsStub authentic() {
        authentic = true;
        return this;
    }

    DnsStub failing() {
        code = Rcode.SERVFAIL;
        return this;
    }

    DnsStub forgets() {
        zones.clear();
        return this;
    }

    /** What was asked, as {@code NAPTR domain}. */
    List<String> queries() {
        return List.copyOf(queries);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    Discovery discovery(String domain) {
        return Discovery.of(domain).resolver(address());
    }

    private static Name name(String domain) {
        try {
            return Name.fromString(domain, Name.root);
        } catch (TextParseException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            // The end.
        }
    }

    private byte[] answer(Message query) {
        Record question = query.getQuestion();
        queries.add(Type.string(question.getType()) + " " + question.getName().toString(true));
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setRcode(code);
        if (authentic) {
            answer.getHeader().setFlag(Flags.AD);
        }
        answer.addRecord(question, Section.QUESTION);
        if (question.getType() == Type.NAPTR) {
            zones.getOrDefault(question.getName(), List.of())
                    .forEach(record -> answer.addRecord(record, Section.ANSWER));
        }
        return answer.toWire();
    }

    @Override
    public void close() {
        socket.close();
    }
}
