package io.attentionfutures.benchmarks.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap that a process needs, as the JDK's own {@code jcmd} tells. */
final class UsedHeap {
    private static final Pattern TOTAL =
            Pattern.compile("^Total\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);

    private UsedHeap() {}

    /** Collects garbage in a process and returns the bytes that its objects take then. */
    static long ofProcess(long pid) throws IOException, InterruptedException {
        Matcher total = TOTAL.matcher(ask(pid, "GC.class_histogram"));
        if (!total.find()) {
            throw new IOException("jcmd " + pid + " GC.class_histogram names no total");
        }
        return Long.parseLong(total.group(1));
    }

    private static String ask(long pid, String question) throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid),
                                question)
                        .redirectErrorStream(true)
                        .start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd " + pid + " " + question + ": " + answer);
        }
        return answer;
    }
}
