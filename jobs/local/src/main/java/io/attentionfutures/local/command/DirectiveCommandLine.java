package io.attentionfutures.local.command;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.agents.Regulator;
import io.attentionfutures.schemas.AllocationProfile;
import io.attentionfutures.schemas.Directive;
import io.attentionfutures.schemas.DirectiveAction;
import io.attentionfutures.schemas.Topic;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code ./afm directive}: a regulator intervenes. */
@Command(
        name = "directive",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Gives a regulator's directive and prints the market's answer.",
            "Exit code 0 if carried out, 1 if rejected, 2 if something given was wrong, 3 if no"
                    + " answer came."
        })
public final class DirectiveCommandLine implements Callable<Integer> {
    private static final Map<String, DirectiveAction> ACTIONS =
            new TreeMap<>(
                    Map.of(
                            "halt", DirectiveAction.HALT,
                            "resume", DirectiveAction.RESUME,
                            "set-band", DirectiveAction.SET_BAND,
                            "set-position-limit", DirectiveAction.SET_POSITION_LIMIT,
                            "suspend", DirectiveAction.SUSPEND_ACCOUNT,
                            "reinstate", DirectiveAction.REINSTATE_ACCOUNT,
                            "set-allocation-profile", DirectiveAction.SET_ALLOCATION_PROFILE,
                            "set-margin-buffer", DirectiveAction.SET_MARGIN_BUFFER));

    enum Profile {
        MAX_MIN,
        PRICE_TIME,
        PRO_RATA
    }

    @Parameters(
            index = "0",
            paramLabel = "ACTION",
            converter = Action.class,
            completionCandidates = Action.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private DirectiveAction action;

    @Mixin private MarketAddress market;

    @Option(
            names = "--segment",
            required = true,
            paramLabel = "NAME",
            description = "Clearing segment, e.g. EUW1: the end of a market's name.")
    private String segment;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "NAME",
            description =
                    "What it is about: an account to suspend or reinstate, a market for profile and"
                            + " buffer, a market or a contract otherwise.")
    private String target;

    @Option(names = "--low", paramLabel = "TICKS", description = "Lower end of set-band.")
    private Long low;

    @Option(
            names = "--high",
            paramLabel = "TICKS",
            description = "Upper end of set-band; 0 to 0 takes a band back.")
    private Long high;

    @Option(
            names = "--lots",
            paramLabel = "N",
            description = "Limit of set-position-limit; 0 takes it back.")
    private Long lots;

    @Option(
            names = "--profile",
            paramLabel = "MAX_MIN|PRICE_TIME|PRO_RATA",
            description = "How set-allocation-profile rations lots.")
    private Profile profile;

    @Option(
            names = "--buffer",
            paramLabel = "FRACTION",
            description = "What set-margin-buffer adds to the initial margin, e.g. 0.25.")
    private Double buffer;

    @Option(
            names = "--issuer",
            description = "The regulator's account. Default: " + Regulator.ACCOUNT + ".")
    private String issuer = Regulator.ACCOUNT;

    @Option(names = "--id", description = "Directive id. Default: a new one.")
    private String id = Answer.newId();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (segment.isBlank() || target.isBlank() || issuer.isBlank() || id.isBlank()) {
            throw new UserError("--segment, --target, --issuer and --id must not be empty");
        }
        boolean banded = action == DirectiveAction.SET_BAND;
        belongs(banded, low, "--low");
        belongs(banded, high, "--high");
        belongs(action == DirectiveAction.SET_POSITION_LIMIT, lots, "--lots");
        belongs(action == DirectiveAction.SET_ALLOCATION_PROFILE, profile, "--profile");
        belongs(action == DirectiveAction.SET_MARGIN_BUFFER, buffer, "--buffer");
        Directive.Builder directive =
                Directive.newBuilder()
                        .setDirectiveId(id)
                        .setIssuer(issuer)
                        .setSegment(segment)
                        .setAction(action)
                        .setTarget(target)
                        .setLowTicks(low == null ? 0 : low)
                        .setHighTicks(high == null ? 0 : high)
                        .setLots(lots == null ? 0 : lots)
                        .setBuffer(buffer == null ? 0 : buffer);
        if (profile != null) {
            directive.setAllocationProfile(AllocationProfile.valueOf(profile.name()));
        }
        return Answer.to(market, Topic.DIRECTIVES, id, directive.build(), json);
    }

    private void belongs(boolean needed, Object value, String option) {
        if (needed && value == null) {
            throw new UserError(name(action) + " needs " + option);
        }
        if (!needed && value != null) {
            throw new UserError(option + " does not belong to " + name(action));
        }
    }

    private static String name(DirectiveAction action) {
        return ACTIONS.entrySet().stream()
                .filter(entry -> entry.getValue() == action)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Reads an action by its name on the command line. */
    static final class Action implements ITypeConverter<DirectiveAction>, Iterable<String> {
        @Override
        public DirectiveAction convert(String text) {
            DirectiveAction action = ACTIONS.get(text.toLowerCase(Locale.ROOT));
            if (action == null) {
                throw new TypeConversionException(
                        "'" + text + "' is not one of " + String.join(", ", ACTIONS.keySet()));
            }
            return action;
        }

        @Override
        public Iterator<String> iterator() {
            return List.copyOf(ACTIONS.keySet()).iterator();
        }
    }
}
