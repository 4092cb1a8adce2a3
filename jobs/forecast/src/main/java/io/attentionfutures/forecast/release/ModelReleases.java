package io.attentionfutures.forecast.release;

import io.attentionfutures.forecast.ForecastEngine;
import io.attentionfutures.forecast.model.ModelBundleException;
import io.attentionfutures.forecast.model.ModelForecaster;
import io.attentionfutures.forecast.online.MarketForecaster;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings released models into running markets. A release that passes the checks of {@link
 * ModelShelf} challenges the model that serves, on each market by itself, as {@link ModelTrial}
 * decides; the latest of each name waits for markets that appear later. What a market is served
 * with is a function of the releases and of its own windows, whichever markets are beside it. Not
 * thread-safe.
 */
public final class ModelReleases implements AutoCloseable {

    private final ForecastEngine first;
    private final ModelShelf shelf;
    private final ModelTrial trial;
    private final Map<String, ModelRelease> latest = new TreeMap<>();
    private final Map<String, Set<ModelRelease>> used = new HashMap<>();
    private final Map<ModelRelease, ForecastEngine> absent = new HashMap<>();
    private final Set<String> complained = new HashSet<>();

    /**
     * @param first serves markets until they adopt a release; taken over
     * @param shelf the released models; taken over
     * @param trial how a challenger is compared with what serves
     */
    public ModelReleases(ForecastEngine first, ModelShelf shelf, ModelTrial trial) {
        this.first = first;
        this.shelf = shelf;
        this.trial = trial;
    }

    /** The latest usable release of each name. */
    public Collection<ModelRelease> latest() {
        return latest.values();
    }

    /** A release that had taken effect before a restart. */
    public void restore(ModelRelease release) {
        latest.merge(
                release.name(), release, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** A release takes effect; the decision holds for all markets. */
    public ModelDecision release(ModelRelease release) {
        Verdict verdict;
        try {
            shelf.engine(release);
            restore(release);
            verdict =
                    Verdict.of(
                            Decision.PENDING,
                            "the bundle can be used: each market compares it with what serves it");
        } catch (ModelBundleException e) {
            verdict = Verdict.of(Decision.REFUSED, e.getMessage());
        }
        return new ModelDecision(release.timeMillis(), release, "", verdict, "");
    }

    /**
     * Decides what serves a market from now on. To be called when a release has taken effect, and
     * after every window that the market has observed.
     *
     * @param market the market
     * @param models what it has to do with; changed
     * @param nowMillis the log's time
     * @return what was decided, if anything
     */
    public Optional<ModelDecision> decide(
            MarketForecaster market, MarketModels models, long nowMillis) {
        String name = market.series().market();
        Optional<ModelRelease> newest =
                latest.values().stream()
                        .filter(release -> release.timeMillis() <= nowMillis)
                        .filter(models::isNew)
                        .filter(release -> isFor(market, release))
                        .max(ModelRelease::compareTo);
        newest.ifPresent(models::challenge);
        if (models.challenger().isEmpty()) {
            use(name, models);
            return complaint(name, models, nowMillis);
        }
        ModelRelease challenger = models.challenger().get();
        Verdict verdict = verdict(market, models, challenger);
        switch (verdict.decision()) {
            case ADOPTED -> models.adopt();
            case REFUSED -> models.refuse();
            case PENDING -> {}
        }
        use(name, models);
        return newest.isEmpty() && verdict.decision() == Decision.PENDING
                ? Optional.empty()
                : Optional.of(
                        new ModelDecision(
                                nowMillis, challenger, name, verdict, engine(models).version()));
    }

    private void use(String market, MarketModels models) {
        Set<ModelRelease> own = new HashSet<>();
        models.serving().ifPresent(own::add);
        models.challenger().ifPresent(own::add);
        if (own.isEmpty()) {
            used.remove(market);
        } else {
            used.put(market, own);
        }
    }

    private boolean isFor(MarketForecaster market, ModelRelease release) {
        try {
            ModelForecaster model = shelf.engine(release).model().orElseThrow();
            return model.bundle().manifest().periodMillis() == market.series().periodMillis();
        } catch (ModelBundleException e) {
            // Its trial says why it cannot be used.
            return true;
        }
    }

    private Verdict verdict(MarketForecaster market, MarketModels models, ModelRelease challenger) {
        ForecastEngine engine = engine(models);
        if (engine.version().equals(challenger.version())) {
            return Verdict.of(Decision.ADOPTED, "the model serves already");
        }
        try {
            return trial.judge(
                    market, engine.model(), shelf.engine(challenger).model().orElseThrow());
        } catch (ModelBundleException e) {
            return Verdict.of(Decision.REFUSED, e.getMessage());
        }
    }

    /** An adopted model that cannot be loaded after a restart is told of once. */
    private Optional<ModelDecision> complaint(String market, MarketModels models, long nowMillis) {
        if (models.serving().isEmpty()) {
            return Optional.empty();
        }
        ModelRelease serving = models.serving().get();
        try {
            shelf.engine(serving);
            return Optional.empty();
        } catch (ModelBundleException e) {
            return complained.add(market + "/" + serving.id())
                    ? Optional.of(
                            new ModelDecision(
                                    nowMillis,
                                    serving,
                                    market,
                                    Verdict.of(Decision.REFUSED, absence(e)),
                                    ""))
                    : Optional.empty();
        }
    }

    /** What forecasts the market: never absent, though its model may be. */
    public ForecastEngine engine(MarketModels models) {
        if (models.serving().isEmpty()) {
            return first;
        }
        ModelRelease release = models.serving().get();
        try {
            return shelf.engine(release);
        } catch (ModelBundleException e) {
            return absent.computeIfAbsent(release, r -> new ForecastEngine(absence(e)));
        }
    }

    private static String absence(ModelBundleException failure) {
        return "the model that was adopted cannot be loaded any more: " + failure.getMessage();
    }

    /** Frees the models that neither a market seen so far nor one to come needs. */
    public void tidy() {
        Set<ModelRelease> needed = new HashSet<>(latest.values());
        used.values().forEach(needed::addAll);
        shelf.keepOnly(needed);
        absent.keySet().retainAll(needed);
    }

    @Override
    public void close() {
        shelf.close();
        first.close();
    }
}
