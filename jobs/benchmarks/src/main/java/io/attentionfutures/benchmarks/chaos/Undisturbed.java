package io.attentionfutures.benchmarks.chaos;

/** The run that the drills are compared with: nothing happens. */
final class Undisturbed implements Drill {
    @Override
    public String name() {
        return "undisturbed";
    }

    @Override
    public String description() {
        return "nothing happens";
    }

    @Override
    public void strike(Stage stage) {
        // Nothing happens.
    }
}
