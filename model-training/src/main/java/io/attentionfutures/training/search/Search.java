package io.attentionfutures.training.search;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.training.Progress;
import io.attentionfutures.training.TrainingSettings;
import io.attentionfutures.training.fit.FitKey;
import io.attentionfutures.training.fit.FitState;
import io.attentionfutures.training.fit.FitStore;
import io.attentionfutures.training.fit.NetworkFit;
import io.attentionfutures.training.fit.StopSignal;
import io.attentionfutures.training.sample.Folds;
import io.attentionfutures.training.sample.Split;
import io.attentionfutures.training.search.TrialResult.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds hyper-parameters and numbers of epochs by cross-validation, then fits on all training data.
 *
 * <p>Trials are tried in brackets of successive halving (Jamieson and Talwalkar 2016): all trials
 * of a bracket get a quarter of the epochs, then the better half of each network's gets half of
 * them, and the better half of those all. A trial is also abandoned if it is clearly worse than the
 * best trial of earlier brackets was after as many epochs. The number of epochs is the one with the
 * smallest mean validation error over the folds.
 *
 * <p>Every decision is a function of stored states, so a search that is begun anew on the same
 * store repeats its decisions without repeating its work.
 */
public final class Search {

    private static final int BRACKET = 4;
    private static final double CLEARLY_WORSE = 1.05;

    private final TrainingSettings settings;
    private final Folds folds;
    private final FitStore store;
    private final FoldFits fits;
    private final SearchLog log;
    private final FitPool pool;
    private final Budget budget;
    private final Course course;
    private final TreeMap<Integer, TrialResult> results = new TreeMap<>();

    /**
     * @param settings what to search
     * @param folds what to judge by
     * @param store where fits are kept
     * @param log where findings are kept
     * @param pool runs the fits
     * @param budget the time there is
     * @param progress is told every epoch
     */
    public Search(
            TrainingSettings settings,
            Folds folds,
            FitStore store,
            SearchLog log,
            FitPool pool,
            Budget budget,
            Progress progress) {
        this.settings = settings;
        this.folds = folds;
        this.store = store;
        this.fits = new FoldFits(folds, store);
        this.log = log;
        this.pool = pool;
        this.budget = budget;
        this.course =
                new Course(progress, budget, settings.search() ? settings.trials() : networks());
    }

    /** Tries the trials, or takes what an earlier search found. */
    public SearchOutcome run() {
        SearchOutcome before = log.found().orElse(new SearchOutcome(List.of(), ""));
        if (!before.ended().isEmpty()) {
            return before;
        }
        before.trials().forEach(result -> results.put(result.trial().index(), result));
        int next = results.size();
        while (next < lastTrial() && !(next > 0 && budget.searchIsOver())) {
            int to = Math.min(lastTrial(), next + BRACKET * networks());
            List<Trial> bracket = new ArrayList<>();
            for (int index = next; index < to; index++) {
                bracket.add(SearchSpace.trial(settings, index));
            }
            course.later(work(lastTrial() == Integer.MAX_VALUE ? 0 : lastTrial() - to));
            bracket(bracket);
            forgetLosers();
            next = to;
            log.found(new SearchOutcome(List.copyOf(results.values()), ""));
        }
        boolean cut =
                results.size() < lastTrial()
                        || results.values().stream().anyMatch(r -> r.outcome() == Outcome.CUT);
        SearchOutcome outcome =
                new SearchOutcome(
                        List.copyOf(results.values()),
                        cut ? SearchOutcome.TIME_UP : SearchOutcome.ALL_TRIED);
        log.found(outcome);
        return outcome;
    }

    /** Where the fits of a trial to the folds stand. */
    public List<FitState> folds(Trial trial) {
        return fits.states(trial);
    }

    /**
     * Fits trials' networks on all training data for their best number of epochs; without a refit
     * takes the one split's.
     *
     * @return where the fits stand, in the same order; what to keep are their best parameters
     */
    public List<FitState> last(List<TrialResult> chosen) {
        if (!settings.refit()) {
            return chosen.stream().map(result -> fits.states(result.trial()).get(0)).toList();
        }
        course.later(0);
        List<Function<StopSignal, FitState>> last = new ArrayList<>();
        for (TrialResult result : chosen) {
            FitKey key = FitKey.last(result.trial().index(), result.trial().network());
            last.add(fit(key, folds.whole(), result.trial(), result.bestEpoch()));
        }
        return pool.run(last, budget::isSpent);
    }

    private void bracket(List<Trial> bracket) {
        List<Trial> alive = bracket;
        List<Integer> rungs = SearchSpace.rungs(settings);
        for (int rung = 0; rung < rungs.size() && !alive.isEmpty(); rung++) {
            boolean stopped;
            do {
                run(alive, rungs.get(rung));
                stopped = budget.searchIsOver();
                reserve();
                // What was kept back until now may have been more than the final fit needs.
            } while (stopped && !budget.searchIsOver());
            if (stopped) {
                return;
            }
            alive = rung == rungs.size() - 1 ? alive : better(alive, bracket.get(0).index());
        }
    }

    private void run(List<Trial> trials, int toEpoch) {
        List<Function<StopSignal, FitState>> rung = new ArrayList<>();
        for (Trial trial : trials) {
            for (FitKey key : fits.keys(trial)) {
                rung.add(fit(key, folds.splits().get(key.fold()), trial, toEpoch));
            }
        }
        pool.run(rung, budget::searchIsOver);
        for (Trial trial : trials) {
            if (fits.begun(trial)) {
                results.put(trial.index(), result(trial, toEpoch));
            }
        }
    }

    /** The better half of each network's trials, less what is clearly worse than earlier ones. */
    private List<Trial> better(List<Trial> alive, int firstOfBracket) {
        List<Trial> kept = new ArrayList<>();
        for (Architecture network : settings.networks()) {
            List<Trial> own =
                    alive.stream()
                            .filter(t -> t.network() == network)
                            .sorted(
                                    Comparator.comparingDouble((Trial t) -> error(t))
                                            .thenComparingInt(Trial::index))
                            .toList();
            for (int rank = 0; rank < own.size(); rank++) {
                Trial trial = own.get(rank);
                if (rank < (own.size() + 1) / 2 && !hopeless(trial, firstOfBracket)) {
                    kept.add(trial);
                } else {
                    results.computeIfPresent(trial.index(), (i, r) -> r.abandoned());
                }
            }
        }
        kept.sort(Comparator.comparingInt(Trial::index));
        return kept;
    }

    private boolean hopeless(Trial trial, int firstOfBracket) {
        TrialResult own = results.get(trial.index());
        return results.headMap(firstOfBracket).values().stream()
                .filter(r -> r.trial().network() == trial.network())
                .filter(r -> r.outcome() == Outcome.FINISHED)
                .min(Comparator.comparingDouble(TrialResult::error))
                .map(r -> fits.bestUpTo(r.trial(), own.epochs()))
                .filter(best -> own.error() > CLEARLY_WORSE * best)
                .isPresent();
    }

    private void forgetLosers() {
        SearchOutcome sofar = new SearchOutcome(List.copyOf(results.values()), "");
        double best = results.values().stream().mapToDouble(TrialResult::error).min().orElseThrow();
        course.decided(results.size(), best);
        for (TrialResult result : sofar.trials()) {
            Trial trial = result.trial();
            if (sofar.best(trial.network()).trial().index() != trial.index()) {
                fits.forget(trial);
            }
        }
    }

    private Function<StopSignal, FitState> fit(FitKey key, Split split, Trial trial, int toEpoch) {
        int done = store.load(key).map(FitState::epoch).orElse(0);
        course.plan(key, split.trainingOrigins().size(), toEpoch - done);
        // Without its first trial a network would have nothing to show; others need not begin late.
        boolean mustBegin = trial.index() < networks();
        return stop -> {
            if (stop.stop() && !mustBegin && store.load(key).isEmpty()) {
                return null;
            }
            NetworkFit fit = new NetworkFit(key, split, trial.parameters(), settings.seed());
            FitState state = fit.run(toEpoch, settings.patience(), store, stop, course::epoch);
            course.ended(key);
            return state;
        };
    }

    /** How a trial stands after so many epochs, whatever it did later. */
    private TrialResult result(Trial trial, int toEpoch) {
        List<FitState> states = fits.states(trial).stream().map(s -> s.upTo(toEpoch)).toList();
        boolean ended =
                states.stream()
                        .allMatch(
                                s ->
                                        s.exhausted(settings.patience())
                                                || s.epoch() >= settings.epochs());
        Outcome outcome = ended ? Outcome.FINISHED : Outcome.CUT;
        return TrialResult.of(trial, outcome, states, settings.patience());
    }

    /** Keeps time back for the final fits of the best trials so far, which run side by side. */
    private void reserve() {
        SearchOutcome sofar = new SearchOutcome(List.copyOf(results.values()), "");
        double longest = 0;
        for (Architecture network : settings.networks()) {
            if (sofar.trials().stream().anyMatch(t -> t.trial().network() == network)) {
                TrialResult best = sofar.best(network);
                longest =
                        Math.max(
                                longest,
                                FinalFitTime.seconds(best, fits.states(best.trial()), folds));
            }
        }
        budget.reserve(settings.refit() ? longest : 0);
    }

    private long work(int trials) {
        long perEpoch = 0;
        for (Split split : folds.splits()) {
            perEpoch += split.trainingOrigins().size();
        }
        long last = settings.refit() ? folds.whole().trainingOrigins().size() : 0;
        return settings.epochs() * (trials * perEpoch / 2 + networks() * last);
    }

    private double error(Trial trial) {
        return results.get(trial.index()).error();
    }

    private int lastTrial() {
        if (!settings.search()) {
            return networks();
        }
        return settings.trials() > 0 ? Math.max(networks(), settings.trials()) : Integer.MAX_VALUE;
    }

    private int networks() {
        return settings.networks().size();
    }
}
