package io.attentionfutures.local.run;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.local.agents.TimedCommand;
import io.attentionfutures.local.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells runs apart whose records would differ: only the same run is gone on with. */
final class RunFingerprint {
    private RunFingerprint() {}

    static String of(
            RunOptions options, Trace trace, CapacityRule rule, List<TimedCommand> orders) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part :
                    new Object[] {
                        trace.hash(),
                        rule,
                        orders,
                        options.period,
                        options.callInterval,
                        options.seed,
                        options.scenario == null ? "" : options.scenario.text(),
                        options.noAgents,
                        options.noModel,
                        options.model == null ? "" : RunModel.version(options.model),
                        options.options,
                        options.follow,
                        options.bootstrap
                    }) {
                digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
