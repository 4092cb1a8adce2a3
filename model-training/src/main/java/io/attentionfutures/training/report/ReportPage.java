package io.attentionfutures.training.report;

import io.attentionfutures.training.fit.EpochResult;
import io.attentionfutures.training.run.RunFiles;
import io.attentionfutures.training.run.RunMetrics;
import io.attentionfutures.training.run.RunRecord;
import io.attentionfutures.training.search.SearchOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The report of a run: one HTML page that holds its data, its style and its charts (uPlot), and
 * asks no network for anything.
 */
public final class ReportPage {

    private ReportPage() {}

    /** What the page's script draws. */
    private record Content(
            RunRecord run,
            RunMetrics metrics,
            SearchOutcome search,
            List<EpochResult> epochs,
            HeldOutReport heldOut) {}

    /** The page. */
    public static String of(
            RunRecord run,
            RunMetrics metrics,
            SearchOutcome search,
            List<EpochResult> epochs,
            HeldOutReport heldOut) {
        String data = RunFiles.line(new Content(run, metrics, search, epochs, heldOut));
        return resource("report.html")
                .replace("/*chart-style*/", resource("uPlot.min.css"))
                .replace("/*style*/", resource("report.css"))
                .replace("/*chart-licence*/", resource("uPlot.LICENSE"))
                .replace("/*chart*/", resource("uPlot.iife.min.js"))
                .replace("/*script*/", resource("report.js"))
                // A market's name must not be able to end the script element.
                .replace("/*data*/", data.replace("<", "\\u003c"));
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
