package io.attentionfutures.local.security;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What each kind of principal must be allowed in Kafka, and nothing besides. */
enum Access {
    JOB(
            "the job",
            topics(PREFIXED, "afm.", READ, WRITE, DESCRIBE_CONFIGS),
            new Right(GROUP, LITERAL, "attention-futures-market", READ),
            new Right(TRANSACTIONAL_ID, PREFIXED, "attention-futures-market", WRITE, DESCRIBE)),
    TELEMETRY("producers of telemetry", topics(LITERAL, "afm.telemetry", WRITE)),
    ACCOUNT(
            "an account's principal",
            topics(LITERAL, "afm.orders.<account>", WRITE),
            topics(LITERAL, "afm.prices", READ),
            topics(LITERAL, "afm.depth", READ),
            topics(LITERAL, "afm.forecasts", READ)),
    OPERATOR(
            "market operators",
            topics(LITERAL, "afm.contracts", WRITE),
            topics(LITERAL, "afm.accounts", WRITE),
            topics(LITERAL, "afm.collateral", WRITE),
            topics(LITERAL, "afm.audit", READ),
            topics(LITERAL, "afm.dead-letters", READ)),
    REGULATOR(
            "regulators, `audit verify`",
            topics(LITERAL, "afm.directives", WRITE),
            topics(PREFIXED, "afm.", READ)),
    MODEL_PUBLISHER(
            "publishers of models, `train --follow`",
            topics(LITERAL, "afm.models", READ, WRITE),
            topics(LITERAL, "afm.model-decisions", READ),
            topics(LITERAL, "afm.demand", READ),
            topics(LITERAL, "afm.retraining", READ));

    /** Operations on one resource, or on all whose names begin so. */
    record Right(
            ResourceType type, PatternType pattern, String name, List<AclOperation> operations) {
        Right(ResourceType type, PatternType pattern, String name, AclOperation... operations) {
            this(type, pattern, name, List.of(operations));
        }

        private String markdown() {
            return operations.stream().map(Right::text).collect(Collectors.joining(", "))
                    + (type == TOPIC
                            ? ""
                            : " the " + type.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    + " `"
                    + name
                    + (pattern == PREFIXED ? "*" : "")
                    + "`";
        }

        private static String text(AclOperation operation) {
            return Arrays.stream(operation.name().split("_"))
                    .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining());
        }
    }

    private static final String PLACEHOLDER = "<account>";

    private final String who;
    private final List<Right> rights;

    Access(String who, Right... rights) {
        this.who = who;
        this.rights = List.of(rights);
    }

    private static Right topics(PatternType pattern, String name, AclOperation... operations) {
        return new Right(TOPIC, pattern, name, operations);
    }

    /** Returns the access control entries of a user, an account's name where it is one's. */
    List<AclBinding> of(String user) {
        List<AclBinding> bindings = new ArrayList<>();
        for (Right right : rights) {
            ResourcePattern resource =
                    new ResourcePattern(
                            right.type(), right.name().replace(PLACEHOLDER, user), right.pattern());
            for (AclOperation operation : right.operations()) {
                bindings.add(
                        new AclBinding(
                                resource,
                                new AccessControlEntry(
                                        "User:" + user, "*", operation, AclPermissionType.ALLOW)));
            }
        }
        return bindings;
    }

    /** Returns all of it as a Markdown table. */
    static String markdown() {
        StringBuilder table = new StringBuilder("| principal | may |\n|---|---|\n");
        for (Access access : values()) {
            table.append("| ")
                    .append(access.who)
                    .append(" | ")
                    .append(
                            access.rights.stream()
                                    .map(Right::markdown)
                                    .collect(Collectors.joining("; ")))
                    .append(" |\n");
        }
        return table.toString();
    }
}
