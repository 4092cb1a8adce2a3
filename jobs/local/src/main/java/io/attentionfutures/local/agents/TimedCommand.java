package io.attentionfutures.local.agents;

import io.attentionfutures.schemas.OrderCommand;

/**
 * A command and when it is to be logged.
 *
 * @param timeMillis milliseconds since the epoch
 * @param command the command
 */
public record TimedCommand(long timeMillis, OrderCommand command) {}
