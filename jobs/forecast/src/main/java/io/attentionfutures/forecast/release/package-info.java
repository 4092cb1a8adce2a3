/**
 * Models that come into a running market: the checks, the comparison with what serves, the request
 * for a new one.
 */
package io.attentionfutures.forecast.release;
