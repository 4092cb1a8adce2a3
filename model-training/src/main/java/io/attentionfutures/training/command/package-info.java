/** The commands {@code train} and {@code runs}. */
package io.attentionfutures.training.command;
