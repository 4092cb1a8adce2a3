/** Run folders: what a training was asked for, what it did, and what it came to. */
package io.attentionfutures.training.run;
