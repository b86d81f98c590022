package io.parley.http.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** NAPTR records from the DNS. Nothing is kept. */
final class DnsRecords implements NaptrSource {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int UDP_BYTES = 1232;
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(1);

    private final Optional<InetSocketAddress> resolver;

    DnsRecords(Optional<InetSocketAddress> resolver) {
        this.resolver = resolver;
    }

    @Override
    public Records of(String domain) throws IOException {
        Message query = Message.newQuery(Record.newRecord(name(domain), Type.NAPTR, DClass.IN));
        query.getHeader().setFlag(Flags.AD);
        Message answer = resolver().send(query);
        int code = answer.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            throw new IOException("the DNS answers " + Rcode.string(code));
        }
        List<Naptr> records = new ArrayList<>();
        Duration validity = LONGEST_VALIDITY;
        for (Record record : answer.getSection(Section.ANSWER)) {
            Duration its = Duration.ofSeconds(record.getTTL());
            validity = its.compareTo(validity) < 0 ? its : validity;
            if (record instanceof NAPTRRecord naptr) {
                records.add(new Naptr(
                        naptr.getOrder(),
                        naptr.getPreference(),
                        naptr.getFlags(),
                        naptr.getService(),
                        naptr.getRegexp(),
                        naptr.getReplacement().toString()));
            }
        }
        return new Records(List.copyOf(records), answer.getHeader().getFlag(Flags.AD), validity);
    }

    private static Name name(String domain) throws IOException {
        try {
            return Name.fromString(domain, Name.root);
        } catch (TextParseException none) {
            throw new IOException("'" + domain + "' is no name of the DNS", none);
        }
    }

    private Resolver resolver() throws UnknownHostException {
        Resolver made = resolver.<Resolver>map(SimpleResolver::new).orElseGet(ExtendedResolver::new);
        made.setTimeout(PATIENCE);
        made.setEDNS(0, UDP_BYTES, ExtendedFlags.DO, List.of());
        return made;
    }
}
