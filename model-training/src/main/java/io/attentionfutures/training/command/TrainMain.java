package io.attentionfutures.training.command;

import picocli.CommandLine;

/** Runs {@link TrainCommand} on its own. */
public final class TrainMain {

    private TrainMain() {}

    /** Exits with the command's code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TrainCommand()).execute(arguments));
    }
}
