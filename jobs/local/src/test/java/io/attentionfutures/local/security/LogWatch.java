package io.attentionfutures.local.security;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * Reads everything that this process logs at DEBUG, whoever logs it, and keeps the lines that show
 * what they must not.
 */
final class LogWatch extends AbstractAppender implements AutoCloseable {
    private static final int MOST_KEPT = 20;

    private final Collection<String> secrets;
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    private final AtomicLong lines = new AtomicLong();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);

    LogWatch(Collection<String> secrets) {
        super("log-watch", null, null, true, Property.EMPTY_ARRAY);
        this.secrets = List.copyOf(secrets);
        start();
        Configuration configuration = context.getConfiguration();
        for (LoggerConfig logger : configuration.getLoggers().values()) {
            // What is shown elsewhere stays as it was.
            Level shown = logger.getLevel();
            logger.getAppenderRefs()
                    .forEach(
                            shownAt -> {
                                var appender = logger.getAppenders().get(shownAt.getRef());
                                if (appender != null) {
                                    logger.removeAppender(shownAt.getRef());
                                    logger.addAppender(appender, shown, null);
                                }
                            });
            logger.setLevel(Level.DEBUG);
        }
        configuration.getRootLogger().addAppender(this, Level.DEBUG, null);
        context.updateLoggers();
    }

    @Override
    public void append(LogEvent event) {
        lines.incrementAndGet();
        String text = event.getMessage().getFormattedMessage() + describe(event.getThrown());
        for (String secret : secrets) {
            if (text.contains(secret) && leaks.size() < MOST_KEPT) {
                leaks.add(event.getLoggerName() + ": " + text);
            }
        }
    }

    private static String describe(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            text.append(' ').append(cause);
        }
        return text.toString();
    }

    /** Returns lines that showed a secret. */
    Collection<String> leaks() {
        return leaks;
    }

    /** Returns how many lines were read. */
    long lines() {
        return lines.get();
    }

    @Override
    public void close() {
        Logger root = context.getRootLogger();
        root.removeAppender(this);
        stop();
        context.reconfigure();
    }
}
