package io.parley.inmemory.mcu;

import io.parley.c3p.C3pNames;
import io.parley.c3p.ConnectionInfo;
import io.parley.c3p.ConnectionInfo.Entry;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import io.parley.focus.McuType;
import io.parley.mcu.EntityView;
import io.parley.mcu.McuCommands;
import io.parley.mcu.McuState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** MCUs of web conferencing that have no content, for tests of those who live with such (MS-CONFBAS sections 2.2.2.8 to 2.2.2.11, 2.2.3.18). */
public final class DataConf implements McuProfile {

    private static final List<String> CONTENT = List.of("Content.Ppt", "Content.Whiteboard");
    private static final List<String> OPTIONS = List.of(
            "PptAnnotationsAllowedPresenter",
            "PptAnnotationsAllowedAttendee",
            "AsynchronousBrowsingAllowedPresenter",
            "AsynchronousBrowsingAllowedAttendee");
    private static final List<String> PERMISSIONS = List.of(
            "EnableDataCollaboration", "AllowAnnotations", "AllowExternalUsersToSaveContent", "EnableFileTransfer");

    /** Odd, so that different numbers stay different when they are multiplied by it. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final AtomicLong issued = new AtomicLong();
    private final List<String> proxies;
    private final Set<String> fixed;

    private DataConf(List<String> proxies, Set<String> fixed) {
        this.proxies = List.copyOf(proxies);
        this.fixed = Set.copyOf(fixed);
    }

    /** MCUs that clients reach directly. */
    public static DataConf overTls() {
        return new DataConf(List.of(), Set.of());
    }

    /** MCUs that clients reach by one of these proxies. */
    public static DataConf overProxies(List<String> hosts) {
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("an MCU behind proxies needs the name of one at least");
        }
        return new DataConf(hosts, Set.of());
    }

    /** MCUs like these whose {@code options}, of the four that they know, no client changes. */
    public DataConf fixing(String... options) {
        for (String option : options) {
            if (!OPTIONS.contains(option)) {
                throw new IllegalArgumentException("no permission option of web conferencing: '" + option + "'");
            }
        }
        return new DataConf(proxies, Set.of(options));
    }

    @Override
    public McuType type() {
        return McuType.DATA_CONF;
    }

    @Override
    public McuCommands commands() {
        return McuCommands.OF_MESSAGES;
    }

    @Override
    public EntityView view() {
        Element capabilities =
                ElementType.foreign(Name.of(C3pNames.MSDATA, "capabilities")).empty();
        for (String content : CONTENT) {
            capabilities = capabilities.with(msdata("supported-content-type"), content);
        }
        Element dataState = ElementType.foreign(msdata("data-mcu-state"))
                .empty()
                .with(msdata("hasContent"), "false")
                .with(msdata("hasContentInMeeting"), "false")
                .with(msdata("hasPresentedContent"), "false");
        Element options = ElementType.foreign(msmcu("permission-options")).empty();
        for (String option : OPTIONS) {
            options = options.with(ElementType.foreign(msmcu("permission-option"))
                    .empty()
                    .with(msmcu("name"), option)
                    .with(msmcu("value"), "false")
                    .with(msmcu("mutable"), Boolean.toString(!fixed.contains(option))));
        }
        Element permissions = ElementType.foreign(msmcu("permissions")).empty();
        for (String permission : PERMISSIONS) {
            permissions = permissions.with(ElementType.foreign(msmcu("permission-type"))
                    .empty()
                    .with(msmcu("name"), permission)
                    .with(msmcu("value"), "true"));
        }
        return EntityView.PLAIN
                .withCapabilities(ElementType.foreign(C3pNames.msci("entity-capabilities"))
                        .empty()
                        .with(capabilities))
                .with(dataState)
                .with(options)
                .with(permissions);
    }

    private static Name msdata(String local) {
        return Name.of(C3pNames.MSDATA, local);
    }

    private static Name msmcu(String local) {
        return Name.of(C3pNames.MSMCU, local);
    }

    @Override
    public ConnectionInfo connectionInfo(McuState state) {
        String host = state.uri().host().orElse("");
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("sAuthId", String.format("%016X", issued.incrementAndGet() * SPREAD)));
        entries.add(new Entry("pwrpc.modes", proxies.isEmpty() ? "tls" : "fwdtls"));
        entries.add(new Entry("pwrpc.port", "8057"));
        entries.add(new Entry("pwrpc.authPattern", "<sAuthId>"));
        if (proxies.isEmpty()) {
            entries.add(new Entry("pwrpc.pwsURI", "https://" + host + "/data"));
            entries.add(new Entry("alternativeName", host));
        } else {
            entries.add(new Entry("numberOfProxies", Integer.toString(proxies.size())));
            for (int proxy = 0; proxy < proxies.size(); proxy++) {
                entries.add(new Entry("proxy[" + proxy + "].FQDN", proxies.get(proxy)));
                entries.add(new Entry("proxy[" + proxy + "].Port", "443"));
            }
        }
        return new ConnectionInfo(entries);
    }
}
