package io.attentionfutures.benchmarks.flow;

import java.util.Locale;

/** Tells on standard error what goes on, beside the results on standard output. */
final class Progress {
    private Progress() {}

    static void say(String format, Object... arguments) {
        System.err.println("bench: " + String.format(Locale.ROOT, format, arguments));
    }
}
