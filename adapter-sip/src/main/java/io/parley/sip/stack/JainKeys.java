package io.parley.sip.stack;

import gov.nist.core.net.SecurityManagerProvider;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

/**
 * The keys of the JAIN stack: none, since TLS is not its matter here. Those that it would look for by itself are all that this machine trusts,
 * which takes long to read. Public because the stack makes it by its name.
 */
public final class JainKeys implements SecurityManagerProvider {

    /** Called by the JAIN stack. */
    public JainKeys() {}

    @Override
    public void init(Properties properties) {}

    @Override
    public KeyManager[] getKeyManagers(boolean client) {
        return new KeyManager[0];
    }

    @Override
    public TrustManager[] getTrustManagers(boolean client) {
        return new TrustManager[0];
    }
}
