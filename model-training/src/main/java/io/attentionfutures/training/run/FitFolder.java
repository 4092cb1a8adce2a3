package io.attentionfutures.training.run;

import io.attentionfutures.training.fit.EpochResult;
import io.attentionfutures.training.fit.FitKey;
import io.attentionfutures.training.fit.FitState;
import io.attentionfutures.training.fit.FitStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps each fit's state in a file of its own. An epoch's line is written before its state: a kill
 * between the two leaves a line too many, which {@link EpochFile#keep} drops, and never one too
 * few.
 */
final class FitFolder implements FitStore {

    private final Path folder;
    private final EpochFile lines;
    private final Map<FitKey, FitState> known = new ConcurrentHashMap<>();

    FitFolder(Path folder, EpochFile lines) {
        this.folder = folder;
        this.lines = lines;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.keep(this::wasStored);
    }

    @Override
    public Optional<FitState> load(FitKey key) {
        return Optional.ofNullable(known.computeIfAbsent(key, this::read));
    }

    @Override
    public void save(FitKey key, FitState state) {
        lines.add(state.epochs().get(state.epoch()));
        replace(key, state);
    }

    @Override
    public void replace(FitKey key, FitState state) {
        RunFiles.write(file(key), FitCodec.write(state));
        known.put(key, state);
    }

    private boolean wasStored(EpochResult line) {
        return load(line.key()).filter(state -> line.epoch() <= state.epoch()).isPresent();
    }

    private FitState read(FitKey key) {
        Path file = file(key);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return FitCodec.read(Files.readAllBytes(file), key, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(FitKey key) {
        return folder.resolve(key + ".fit");
    }
}
