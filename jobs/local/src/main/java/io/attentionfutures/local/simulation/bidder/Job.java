package io.attentionfutures.local.simulation.bidder;

/**
 * Work that needs a number of hours before a deadline.
 *
 * @param arrivalHour hour at whose start it becomes known
 * @param lastHour last delivery hour that still counts
 * @param hours delivery hours that it needs
 * @param lots lots that it needs in each of these hours
 * @param interruptible whether any hours will do; else they must follow one another
 */
public record Job(int arrivalHour, int lastHour, int hours, long lots, boolean interruptible) {
    public Job {
        if (hours < 1 || lots < 1 || lastHour - arrivalHour < hours) {
            throw new IllegalArgumentException("a job needs hours and lots before its deadline");
        }
    }

    /** First delivery hour that it can use. */
    public int firstHour() {
        return arrivalHour + 1;
    }

    /** Lots times hours that it needs. */
    public long lotHours() {
        return hours * lots;
    }
}
