package io.attentionfutures.local.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a verification came to.
 *
 * @param firstMillis time of the first input
 * @param clockMillis time that all inputs have passed
 * @param horizonMillis time up to which published records were compared
 * @param segments clearing segments that were recomputed
 * @param inputs records that were read for it, heartbeats not counted
 * @param windows demand windows among the inputs, taken as published
 * @param forecasts forecasts among the inputs, taken as published
 * @param chains hash chains that were followed
 * @param links their links
 * @param findings counts and differences
 * @param cut inputs that are no longer kept whole; if there are any, only hash chains were checked
 * @param unverifiable from when on segments could not be recomputed
 */
record VerificationReport(
        long firstMillis,
        long clockMillis,
        long horizonMillis,
        int segments,
        long inputs,
        long windows,
        long forecasts,
        int chains,
        long links,
        Findings findings,
        List<String> cut,
        Unverifiable unverifiable) {

    /** 0 if all agrees, 1 if something differs, 3 if part of it could not be verified. */
    int exitCode() {
        if (findings.differences() > 0) {
            return 1;
        }
        return cut.isEmpty() && unverifiable.fromMillis().isEmpty() ? 0 : 3;
    }

    ObjectNode toJson() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode node = mapper.createObjectNode();
        node.put("holds", exitCode() == 0);
        node.put("differences", findings.differences());
        node.put("clock", time(clockMillis));
        node.put("verified_until", cut.isEmpty() ? time(horizonMillis) : null);
        node.put("segments", segments);
        node.put("inputs", inputs);
        node.put("demand_windows", windows);
        node.put("forecasts", forecasts);
        node.put("hash_chains", chains);
        node.put("hash_links", links);
        node.set("topics", mapper.valueToTree(findings.counts()));
        ArrayNode first = node.putArray("first_differences");
        findings.first().forEach(found -> first.add(mapper.<ObjectNode>valueToTree(found)));
        ArrayNode missing = node.putArray("input_no_longer_kept");
        cut.forEach(missing::add);
        ObjectNode from = node.putObject("not_verifiable_from");
        unverifiable.fromMillis().forEach((segment, millis) -> from.put(segment, time(millis)));
        return node;
    }

    String toText() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "input",
                "%,d records, %,d demand windows and %,d forecasts, taken as published",
                inputs,
                windows,
                forecasts);
        for (Map.Entry<String, TopicCount> entry : findings.counts().entrySet()) {
            TopicCount count = entry.getValue();
            line(
                    text,
                    entry.getKey().substring("afm.".length()),
                    "%,d agree, %,d differ%s%s%s",
                    count.agree,
                    count.differ,
                    part(count.later, "not published or not verified yet"),
                    part(count.noLongerKept, "no longer kept"),
                    part(count.notVerifiable, "not verifiable"));
        }
        line(text, "hash chains", "%,d with %,d links", chains, links);
        if (cut.isEmpty()) {
            line(
                    text,
                    "verified",
                    "%s to %s, %d %s%s",
                    firstMillis == Long.MAX_VALUE ? "nothing" : time(firstMillis),
                    time(horizonMillis),
                    segments,
                    segments == 1 ? "segment" : "segments",
                    horizonMillis < clockMillis
                            ? "; the inputs' clock is at "
                                    + time(clockMillis)
                                    + ", but a demand window or forecast that is due before is not"
                                    + " there yet"
                            : "");
        }
        for (String gone : cut) {
            line(text, "not verified", "%s: only hash chains could be checked", gone);
        }
        unverifiable
                .fromMillis()
                .forEach(
                        (segment, millis) ->
                                line(
                                        text,
                                        "not verified",
                                        "segment %s from %s on: a contract, account or directive"
                                                + " that counted then has been compacted away",
                                        segment,
                                        time(millis)));
        String name = "first difference";
        for (Difference found : findings.first()) {
            line(text, name, "%s", found.toText());
            name = "";
        }
        line(
                text,
                "result",
                "%s",
                switch (exitCode()) {
                    case 0 -> "everything published is what the logs say";
                    case 1 -> String.format(Locale.ROOT, "%,d differences", findings.differences());
                    default -> "no difference found, but part of it could not be verified";
                });
        return text.toString();
    }

    private static String part(long count, String words) {
        return count == 0 ? "" : String.format(Locale.ROOT, ", %,d %s", count, words);
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static void line(StringBuilder text, String name, String format, Object... values) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "  %-17s %s%n",
                        name,
                        String.format(Locale.ROOT, format, values)));
    }
}
