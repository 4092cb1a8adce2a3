package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.MarketEvent;

/**
 * An event on its way to the clearing house of a segment.
 *
 * @param segment the clearing segment
 * @param event the event
 */
public record SegmentEvent(String segment, MarketEvent event) {}
