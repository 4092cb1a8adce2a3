package io.attentionfutures.training.search;

import io.attentionfutures.training.fit.FitState;
import io.attentionfutures.training.fit.StopSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Runs fits side by side, one thread each. Fits share nothing, so their results do not depend on
 * the number of threads.
 */
public final class FitPool implements AutoCloseable {

    private final ExecutorService threads;
    private final AtomicBoolean failed = new AtomicBoolean();

    /**
     * @param size threads
     */
    public FitPool(int size) {
        this.threads =
                Executors.newFixedThreadPool(
                        size,
                        work -> {
                            Thread thread = new Thread(work, "fit");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /**
     * Runs all fits and returns their states in the same order.
     *
     * @param stop given to each fit, and true as well once one has failed
     * @throws RuntimeException what the first of them in order threw, after all have ended
     */
    public List<FitState> run(List<Function<StopSignal, FitState>> fits, StopSignal stop) {
        StopSignal either = () -> failed.get() || stop.stop();
        List<Future<FitState>> running = new ArrayList<>();
        for (Function<StopSignal, FitState> fit : fits) {
            running.add(threads.submit(() -> attempt(fit, either)));
        }
        List<FitState> states = new ArrayList<>();
        Throwable failure = null;
        for (Future<FitState> future : running) {
            try {
                states.add(future.get());
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
            } catch (InterruptedException e) {
                failed.set(true);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while fitting", e);
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        return states;
    }

    @Override
    public void close() {
        failed.set(true);
        threads.shutdownNow();
    }

    private FitState attempt(Function<StopSignal, FitState> fit, StopSignal stop) {
        try {
            return fit.apply(stop);
        } catch (RuntimeException | Error e) {
            failed.set(true);
            throw e;
        }
    }
}
