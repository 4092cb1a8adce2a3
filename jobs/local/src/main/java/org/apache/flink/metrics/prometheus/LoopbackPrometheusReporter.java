package org.apache.flink.metrics.prometheus;

import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Serves metrics to a Prometheus on the same machine, at {@code http://127.0.0.1:<port>/metrics}.
 * Flink's own reporter listens on all interfaces, and asks nobody who they are. In Flink's package,
 * for nothing else may read what has been registered.
 */
public final class LoopbackPrometheusReporter extends AbstractPrometheusReporter {
    private final HTTPServer server;

    /**
     * @throws UncheckedIOException if the port cannot be listened on
     */
    public LoopbackPrometheusReporter(int port) {
        try {
            server =
                    new HTTPServer(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                            registry,
                            true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot serve metrics on port " + port, e);
        }
    }

    @Override
    public void close() {
        server.stop();
        super.close();
    }

    /** Makes the reporter; its option {@code port} must be given. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new LoopbackPrometheusReporter(Integer.parseInt(properties.getProperty("port")));
        }
    }
}
