package io.attentionfutures.local.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.schemas.RetrainingRequest;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OpenRequestsTest {
    static {
        AvroSafety.apply();
    }

    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private final AtomicLong clock = new AtomicLong();
    private final OpenRequests requests = new OpenRequests(Duration.ofSeconds(10), clock::get);

    private void ask(String market, String serving, long period) {
        requests.add(
                new RetrainingRequest(
                        market,
                        Instant.ofEpochMilli(5),
                        "bad",
                        2.0,
                        1.0,
                        1.0,
                        1.2,
                        period,
                        serving));
    }

    private void passSeconds(long seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private List<String> take() {
        return requests.take().stream().map(RetrainingRequest::getMarket).toList();
    }

    @Test
    void requestsAreGatheredUntilNoneHasComeForAWhile() {
        ask("a", "v1", HOUR);
        passSeconds(9);
        assertThat(take()).isEmpty();
        ask("b", "v1", HOUR);
        passSeconds(9);
        assertThat(take()).isEmpty();
        passSeconds(1);
        assertThat(take()).containsExactly("a", "b");
        assertThat(take()).isEmpty();
    }

    @Test
    void marketsOfOneModelAreAnsweredTogether() {
        ask("a", "v1", HOUR);
        ask("b", "v2", HOUR);
        ask("c", "v1", HOUR / 2);
        ask("d", "v1", HOUR);
        passSeconds(10);
        assertThat(take()).containsExactly("a", "d");
        assertThat(take()).containsExactly("b");
        assertThat(take()).containsExactly("c");
        assertThat(take()).isEmpty();
    }

    @Test
    void whatCouldNotBeHelpedIsTriedAgainADayLater() {
        requests.demandUntil("a", 10 * DAY);
        ask("a", "v1", HOUR);
        passSeconds(10);
        requests.retry(requests.take());
        assertThat(take()).isEmpty();
        requests.demandUntil("a", 11 * DAY - HOUR);
        assertThat(take()).isEmpty();
        requests.demandUntil("a", 11 * DAY);
        assertThat(take()).containsExactly("a");
    }

    @Test
    void anAnswerIsTriedAgainForAWeekAtMost() {
        ask("a", "v1", HOUR);
        passSeconds(10);
        int answers = 0;
        for (int day = 1; day < 20; day++) {
            requests.demandUntil("a", day * DAY);
            List<RetrainingRequest> taken = requests.take();
            answers += taken.size();
            requests.retry(taken);
        }
        assertThat(answers).isEqualTo(1 + 7);
    }

    @Test
    void aMarketThatIsNotDueIsAnsweredWithOneThatIs() {
        requests.demandUntil("a", 10 * DAY);
        ask("a", "v1", HOUR);
        passSeconds(10);
        requests.retry(requests.take());
        ask("b", "v1", HOUR);
        passSeconds(10);
        assertThat(take()).containsExactly("a", "b");
    }

    @Test
    void aNewRequestIsNotHeldBackByAnOldOne() {
        requests.demandUntil("a", 10 * DAY);
        ask("a", "v1", HOUR);
        passSeconds(10);
        requests.retry(requests.take());
        ask("a", "v2", HOUR);
        passSeconds(10);
        assertThat(take()).containsExactly("a");
    }

    @Test
    void aMarketThatGotAnotherModelNoLongerAsks() {
        ask("a", "v1", HOUR);
        ask("b", "v1", HOUR);
        requests.served("a", Instant.ofEpochMilli(5));
        passSeconds(10);
        assertThat(take()).containsExactly("b");
    }

    @Test
    void theOrderInWhichRequestsAndAdoptionsAreReadDoesNotMatter() {
        requests.served("a", Instant.ofEpochMilli(5));
        requests.served("b", Instant.ofEpochMilli(4));
        ask("a", "v1", HOUR);
        ask("b", "v1", HOUR);
        requests.served("b", Instant.ofEpochMilli(3));
        assertThat(requests.size()).isOne();
        passSeconds(10);
        assertThat(take()).containsExactly("b");
    }
}
