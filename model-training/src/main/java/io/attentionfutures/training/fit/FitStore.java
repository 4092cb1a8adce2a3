package io.attentionfutures.training.fit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps where each fit stands. Thread-safe for different fits. */
public interface FitStore {

    /** Where the fit stands, if it was ever begun. */
    Optional<FitState> load(FitKey key);

    /** Keeps the state after an epoch, whole or not at all. */
    void save(FitKey key, FitState state);

    /** Keeps the end of a decided fit in place of its state. */
    void replace(FitKey key, FitState decided);

    /** A store that is gone with the process. */
    static FitStore inMemory() {
        Map<FitKey, FitState> states = new ConcurrentHashMap<>();
        return new FitStore() {
            @Override
            public Optional<FitState> load(FitKey key) {
                return Optional.ofNullable(states.get(key));
            }

            @Override
            public void save(FitKey key, FitState state) {
                states.put(key, state);
            }

            @Override
            public void replace(FitKey key, FitState decided) {
                states.put(key, decided);
            }
        };
    }
}
