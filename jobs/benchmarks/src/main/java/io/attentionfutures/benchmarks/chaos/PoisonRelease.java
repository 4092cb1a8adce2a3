package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.forecast.release.ModelShelf;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.schemas.ModelDecision;
import io.attentionfutures.schemas.ModelRelease;
import io.attentionfutures.schemas.ReleaseDecision;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Releases of models that nobody can use. */
final class PoisonRelease implements Drill {
    private static final List<String> RELEASES =
            List.of("no-such-file", "noise", "other-digest", "empty", "no-file-system");

    @Override
    public String name() {
        return "poison-model";
    }

    @Override
    public String description() {
        return "releases of models that cannot be used (no such file, noise, an empty file, another"
                + " digest, an unknown file system): each is refused, all else is as without";
    }

    @Override
    public Flow flow(Flow undisturbed, long seed) {
        RecordCodec<ModelRelease> codec = RecordCodec.of(ModelRelease.class);
        List<FlowRecord> records = new ArrayList<>();
        List<ModelRelease> left = new ArrayList<>(releases(seed));
        long third =
                undisturbed.startMillis()
                        + (undisturbed.endMillis() - undisturbed.startMillis()) / 3;
        for (FlowRecord record : undisturbed.records()) {
            boolean models = record.content().topic().equals(Topic.MODELS.topicName());
            if (models && record.beatMillis() > third && !left.isEmpty()) {
                ModelRelease release = left.remove(0);
                records.add(
                        new FlowRecord(
                                record.beatMillis(),
                                false,
                                true,
                                new ProducerRecord<>(
                                        record.content().topic(),
                                        record.content().partition(),
                                        record.content().timestamp() - 1,
                                        release.getName().getBytes(StandardCharsets.UTF_8),
                                        codec.encode(release))));
            }
            records.add(record);
        }
        return undisturbed.with(records);
    }

    private static List<ModelRelease> releases(long seed) {
        byte[] noise = new byte[4_096];
        new SplittableRandom(seed).nextBytes(noise);
        try {
            Path file = Files.createTempFile("afm-chaos-noise", ".zip");
            file.toFile().deleteOnExit();
            Files.write(file, noise);
            Path empty = Files.createTempFile("afm-chaos-empty", ".zip");
            empty.toFile().deleteOnExit();
            String digest = ModelShelf.sha256(noise);
            return List.of(
                    release("no-such-file", "file:///nowhere/model.zip", digest),
                    release("noise", file.toUri().toString(), digest),
                    release("other-digest", file.toUri().toString(), "0".repeat(64)),
                    release("empty", empty.toUri().toString(), ModelShelf.sha256(new byte[0])),
                    release("no-file-system", "nosuchscheme://bucket/model.zip", digest));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a temporary file", e);
        }
    }

    private static ModelRelease release(String id, String uri, String digest) {
        return new ModelRelease(
                "default", id, "lstm32-0123456789ab", uri, digest, Instant.EPOCH, "");
    }

    @Override
    public Set<Topic> ignored() {
        return Set.of(Topic.MODEL_DECISIONS);
    }

    @Override
    public void strike(Stage stage) throws InterruptedException {
        stage.struck();
        stage.awaitRecovery();
    }

    @Override
    public Optional<String> fault(Stage stage) {
        RecordCodec<ModelDecision> codec = RecordCodec.of(ModelDecision.class);
        Set<String> refused = new TreeSet<>();
        List<String> others = new ArrayList<>();
        TopicRecords.forEach(
                MarketTopics.properties(stage.bootstrapServers()),
                List.of(Topic.MODEL_DECISIONS),
                record -> {
                    try {
                        ModelDecision decision = codec.decode(record.value());
                        if (decision.getDecision() == ReleaseDecision.REFUSED) {
                            refused.add(decision.getReleaseId());
                        } else {
                            others.add(decision.toString());
                        }
                    } catch (MalformedRecordException e) {
                        others.add(e.getMessage());
                    }
                });
        Set<String> silent = new TreeSet<>(RELEASES);
        silent.removeAll(refused);
        return silent.isEmpty() && others.isEmpty()
                ? Optional.empty()
                : Optional.of("not refused: " + silent + " " + others);
    }
}
