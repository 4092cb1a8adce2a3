package io.attentionfutures.benchmarks.cluster;

import java.io.IOException;
import java.util.Arrays;

/**
 * The entry point of every child: runs the main class named first, and ends the process once its
 * standard input ends, which is when the process that started it is gone, however it went.
 */
final class ChildMain {
    private static final int PARENT_GONE = 3;

    private ChildMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(ChildMain::haltWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    private static void haltWithParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            System.err.println("standard input failed: " + e);
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }
}
