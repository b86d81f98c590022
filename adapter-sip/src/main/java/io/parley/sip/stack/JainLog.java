package io.parley.sip.stack;

import gov.nist.core.StackLogger;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of the JAIN stack, by SLF4J and one level lower than it thinks: what it takes for an error is mostly a peer's. Public because the
 * stack makes it by its name. It is handed the few headers by which transactions are known, never a body nor credentials.
 */
public final class JainLog implements StackLogger {

    private static final Logger LOG = LoggerFactory.getLogger(JainLog.class);

    /** Called by the JAIN stack. */
    public JainLog() {}

    @Override
    public void logStackTrace() {
        LOG.trace("here", new Throwable());
    }

    @Override
    public void logStackTrace(int level) {
        logStackTrace();
    }

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void logException(Throwable thrown) {
        LOG.warn("The JAIN stack has failed", thrown);
    }

    @Override
    public void logDebug(String message) {
        LOG.trace(message);
    }

    @Override
    public void logDebug(String message, Exception thrown) {
        LOG.trace(message, thrown);
    }

    @Override
    public void logTrace(String message) {
        LOG.trace(message);
    }

    @Override
    public void logFatalError(String message) {
        LOG.error(message);
    }

    @Override
    public void logError(String message) {
        LOG.warn(message);
    }

    @Override
    public void logError(String message, Exception thrown) {
        LOG.warn(message, thrown);
    }

    @Override
    public void logWarning(String message) {
        LOG.debug(message);
    }

    @Override
    public void logInfo(String message) {
        LOG.debug(message);
    }

    @Override
    public boolean isLoggingEnabled() {
        return true;
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        if (level <= TRACE_ERROR) {
            return true;
        }
        return level <= TRACE_INFO ? LOG.isDebugEnabled() : LOG.isTraceEnabled();
    }

    @Override
    public void disableLogging() {}

    @Override
    public void enableLogging() {}

    @Override
    public void setBuildTimeStamp(String time) {}

    @Override
    public void setStackProperties(Properties properties) {}

    @Override
    public String getLoggerName() {
        return LOG.getName();
    }
}
