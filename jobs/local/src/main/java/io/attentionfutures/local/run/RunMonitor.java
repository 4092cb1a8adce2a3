package io.attentionfutures.local.run;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.replay.MarketPlan;
import io.attentionfutures.local.replay.Replayer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Watches a run: shows it, notices failures, and ends it when everything has been cleared. */
final class RunMonitor {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long SHOW_NANOS = 1_000_000_000L;

    private final Console console;
    private final KafkaConnection kafka;
    private final String group;

    RunMonitor(Console console, KafkaConnection kafka, String group) {
        this.console = console;
        this.kafka = kafka;
        this.group = group;
    }

    /**
     * Plays the plan to its end and returns what came of it.
     *
     * @param scoreFromMillis from when on forecasts are measured
     */
    RunSummary watch(MarketPlan plan, Replayer replayer, LocalJob job, long scoreFromMillis) {
        long started = System.nanoTime();
        MarketView view = new MarketView();
        CompletableFuture<Void> replay = CompletableFuture.runAsync(replayer);
        try (OutputReader outputs = new OutputReader(kafka, MarketView.TOPICS);
                JobProgress progress = new JobProgress(kafka, group)) {
            long shown = started;
            boolean firstPrice = false;
            while (!(replayer.finished() && progress.covers(replayer.lastHeartbeats()))) {
                job.requireRunning();
                requireNoFailure(replay);
                outputs.poll(POLL, view::add);
                if (!firstPrice && view.callsWithPrice > 0) {
                    firstPrice = true;
                    console.say(
                            String.format("first clearing price after %.1f s", seconds(started)));
                }
                if (System.nanoTime() - shown >= SHOW_NANOS) {
                    shown = System.nanoTime();
                    show(view, plan, replayer, started);
                }
            }
            replayer.stop();
            replay.join();
            job.stop();
            outputs.drain(view::add);
            show(view, plan, replayer, started);
        }
        return RunSummary.of(view, scoreFromMillis, replayer.records(), seconds(started));
    }

    /** Shows a market that others write to, until the process is stopped. */
    RunSummary watchLive(LocalJob job) {
        long started = System.nanoTime();
        MarketView view = new MarketView();
        try (OutputReader outputs = new OutputReader(kafka, MarketView.TOPICS)) {
            long shown = started;
            while (!Thread.currentThread().isInterrupted()) {
                job.requireRunning();
                outputs.poll(POLL, view::add);
                if (System.nanoTime() - shown >= SHOW_NANOS) {
                    shown = System.nanoTime();
                    console.show(view, System.currentTimeMillis(), 1, Double.NaN);
                }
            }
        }
        return RunSummary.of(view, Long.MIN_VALUE, 0, seconds(started));
    }

    private void show(MarketView view, MarketPlan plan, Replayer replayer, long started) {
        long start = plan.startMillis();
        long clock = Math.max(start, view.latestPriceMillis);
        console.show(
                view,
                clock,
                (double) (clock - start) / (replayer.endMillis() - start),
                replayer.sent() / seconds(started));
    }

    private static void requireNoFailure(CompletableFuture<Void> replay) {
        if (replay.isCompletedExceptionally()) {
            try {
                replay.join();
            } catch (CompletionException e) {
                Throwable cause = e.getCause();
                throw new UserError("the replay failed: " + cause.getMessage(), cause);
            }
        }
    }

    private static double seconds(long startedNanos) {
        return (System.nanoTime() - startedNanos) / 1e9;
    }
}
