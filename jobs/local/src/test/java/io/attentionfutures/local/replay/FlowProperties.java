package io.attentionfutures.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.local.agents.TimedCommand;
import io.attentionfutures.local.agents.TimedRecord;
import io.attentionfutures.local.trace.SyntheticTrace;
import io.attentionfutures.local.trace.TenantNeeds;
import io.attentionfutures.local.trace.Trace;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.UsageSample;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class FlowProperties {
    static {
        // Makes Avro trust the market's records, before one is built.
        RecordCodec.of(OrderCommand.class);
    }

    private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long END = START + 25 * HOUR;
    private static final Trace TRACE = SyntheticTrace.make(START, Duration.ofDays(1), 3);

    @Property(tries = 30)
    void commandsComeInTheSameOrderWhateverTheStepsAre(
            @ForAll @Size(max = 200) List<@LongRange(min = 1, max = 4_000_000) Long> steps) {
        MarketPlan plan = plan();
        List<TimedCommand> atOnce = new ArrayList<>();
        new CommandFlow(plan).until(END, atOnce::add);

        List<TimedCommand> inSteps = new ArrayList<>();
        CommandFlow flow = new CommandFlow(plan);
        for (long clock : clocks(steps)) {
            int before = inSteps.size();
            flow.until(clock, inSteps::add);
            assertThat(inSteps.subList(before, inSteps.size()))
                    .allSatisfy(command -> assertThat(command.timeMillis()).isLessThan(clock));
        }

        assertThat(atOnce).hasSizeGreaterThan(1_000).isEqualTo(inSteps);
        assertThat(atOnce).extracting(TimedCommand::timeMillis).isSorted();
        assertThat(atOnce).containsAll(filed());
    }

    @Property(tries = 30)
    void telemetryComesInTheSameOrderWhateverTheStepsAre(
            @ForAll @Size(max = 200) List<@LongRange(min = 1, max = 4_000_000) Long> steps) {
        MarketPlan plan = plan();
        List<TimedRecord> atOnce = new ArrayList<>();
        new TelemetryFlow(plan).until(END, atOnce::add);

        List<TimedRecord> inSteps = new ArrayList<>();
        TelemetryFlow flow = new TelemetryFlow(plan);
        for (long clock : clocks(steps)) {
            int before = inSteps.size();
            flow.until(clock, inSteps::add);
            assertThat(inSteps.subList(before, inSteps.size()))
                    .allSatisfy(record -> assertThat(record.timeMillis()).isLessThan(clock));
        }

        assertThat(inSteps).isEqualTo(atOnce);
        assertThat(inSteps).extracting(TimedRecord::timeMillis).isSorted();
        Map<Boolean, Long> ofProviders =
                inSteps.stream()
                        .map(record -> (UsageSample) record.record())
                        .collect(
                                Collectors.partitioningBy(
                                        sample -> !sample.getProvider().isEmpty(),
                                        Collectors.counting()));
        assertThat(ofProviders.get(false)).isEqualTo(TRACE.rows().size());
        assertThat(ofProviders.get(true)).isEqualTo(24L * 2 * 3);
    }

    /** Rising times, the last of them the end. */
    private static List<Long> clocks(List<Long> steps) {
        List<Long> clocks = new ArrayList<>();
        long clock = START;
        for (long step : steps) {
            clock = Math.min(END, clock + step);
            clocks.add(clock);
        }
        clocks.add(END);
        return clocks;
    }

    private static MarketPlan plan() {
        return MarketPlan.of(
                TRACE,
                new TenantNeeds(TRACE, HOUR, CapacityRule.SUM),
                Duration.ofMinutes(1),
                Optional.of(11L),
                filed());
    }

    /** Commands of an order file, among them some of the same time. */
    private static List<TimedCommand> filed() {
        List<TimedCommand> commands = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            commands.add(
                    new TimedCommand(
                            START + (i / 2) * HOUR,
                            OrderCommand.newBuilder()
                                    .setAccount("ada")
                                    .setClientOrderId("file-" + i)
                                    .setContract("H100.EUW1.1H.20260105T03Z")
                                    .setAction(OrderAction.CANCEL)
                                    .setLots(0)
                                    .setLimitTicks(0)
                                    .build()));
        }
        return commands;
    }
}
