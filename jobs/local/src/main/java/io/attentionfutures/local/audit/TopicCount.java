package io.attentionfutures.local.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of one topic's records. */
final class TopicCount {
    /** Records that say what the clearing house said. */
    @JsonProperty long agree;

    /** Differences of any kind. */
    @JsonProperty long differ;

    /** Records after the time that was verified, or not yet published by the job. */
    @JsonProperty long later;

    /** Records that the topic no longer keeps. */
    @JsonProperty("no_longer_kept")
    long noLongerKept;

    /** Records that cannot be recomputed because input is no longer kept. */
    @JsonProperty("not_verifiable")
    long notVerifiable;
}
