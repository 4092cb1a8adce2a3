package io.attentionfutures.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PaceTest {
    private static final double MAX = Double.POSITIVE_INFINITY;
    private static final long FIVE_MINUTES = 300_000;

    @ParameterizedTest
    @CsvSource({
        "0.001,100",
        "1,100",
        "1.9,100",
        "2,200",
        "37.3,3700",
        "60,6000",
        "2999,299900",
        "3000,300000",
        "1000000,300000"
    })
    void heartbeatsAreATenthOfASecondApartForWhoWaitsAndFiveMinutesInTheMarketAtMost(
            double speed, long beatMillis) {
        assertThat(Pace.of(speed, false).beatMillis(0)).isEqualTo(beatMillis);
    }

    @Test
    void theFastestPaceHasTheLongestBeats() {
        assertThat(Pace.of(MAX, false).beatMillis(0)).isEqualTo(FIVE_MINUTES);
        assertThat(Pace.of(MAX, false).beatMillis(System.currentTimeMillis()))
                .isEqualTo(FIVE_MINUTES);
    }

    @Test
    void whoFollowsTheWallClockBeatsFastOnceItHasCaughtUp() {
        long now = System.currentTimeMillis();
        Pace pace = Pace.of(MAX, true);

        assertThat(pace.beatMillis(now - Duration.ofHours(1).toMillis())).isEqualTo(FIVE_MINUTES);
        assertThat(pace.beatMillis(now)).isEqualTo(100);
        assertThat(pace.beatMillis(now + 1_000)).isEqualTo(100);
    }

    @Test
    void theFastestPaceNeverWaits() throws Exception {
        Pace pace = Pace.of(MAX, false);

        pace.await(0);
        pace.await(System.currentTimeMillis() + Duration.ofDays(1000).toMillis());
    }

    @Test
    void theClockIsNotAheadOfThePace() throws Exception {
        long opened = System.currentTimeMillis();
        Pace pace = Pace.of(1_000, false);

        pace.await(0);
        pace.await(50_000);

        assertThat(System.currentTimeMillis()).isGreaterThanOrEqualTo(opened + 50);
    }

    @Test
    void whoFollowsIsNotAheadOfTheWallClock() throws Exception {
        long due = System.currentTimeMillis() + 50;

        Pace.of(MAX, true).await(due);

        assertThat(System.currentTimeMillis()).isGreaterThanOrEqualTo(due);
    }
}
