package io.attentionfutures.benchmarks.chaos;

import java.util.List;

/**
 * What came of a drill.
 *
 * @param drill its name
 * @param lost records that are missing
 * @param duplicated records that are there more than once
 * @param different records with another content, or in another place
 * @param recoverySeconds from the fault until there was committed output of what was logged after
 *     it
 * @param records output records compared
 * @param findings what is wrong, for people; empty if nothing is
 * @param skipped why it was not done; empty if it was
 */
record DrillResult(
        String drill,
        long lost,
        long duplicated,
        long different,
        double recoverySeconds,
        long records,
        List<String> findings,
        String skipped) {
    private static final double SLOWEST_RECOVERY_SECONDS = 30;

    static DrillResult skipped(String drill, String why) {
        return new DrillResult(drill, 0, 0, 0, 0, 0, List.of(), why);
    }

    static DrillResult brokenOff(String drill, String why) {
        return new DrillResult(drill, 0, 0, 0, 0, 0, List.of("broken off: " + why), "");
    }

    /** Whether it was not done, or nothing is wrong and it did not take too long. */
    boolean passed() {
        return findings.isEmpty()
                && lost == 0
                && duplicated == 0
                && different == 0
                && recoverySeconds <= SLOWEST_RECOVERY_SECONDS;
    }
}
