package io.attentionfutures.local.simulation.bidder;

import io.attentionfutures.local.simulation.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** Seeded jobs, about one every three hours. */
public final class JobSource {
    /** Hours after the opening without jobs, until the market has found its prices. */
    public static final int WARM_UP_HOURS = 24;

    private static final int LATEST_DEADLINE = 16;

    private JobSource() {}

    /** Returns the jobs whose deadlines lie within the given number of hours, by arrival. */
    public static List<Job> jobs(long seed, int hours) {
        SeededRandom random = new SeededRandom(seed, "jobs");
        List<Job> jobs = new ArrayList<>();
        for (int hour = WARM_UP_HOURS; hour + LATEST_DEADLINE < hours; hour += random.whole(1, 5)) {
            int needed = random.whole(2, 6);
            int window = needed + random.whole(2, 10);
            jobs.add(new Job(hour, hour + window, needed, random.whole(2, 5), random.chance(0.7)));
        }
        return jobs;
    }
}
