package io.attentionfutures.forecast.telemetry;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a telemetry CSV file row by row, plain or gzip (told apart by the first two bytes).
 *
 * <p>The header must name exactly {@code timestamp_utc_iso8601,resource,tenant,used,capacity}, in
 * any order. Rows are sorted by time. Anything else ends the reading with a {@link
 * TelemetryFormatException} that names the line. Use as an iterator once, then close.
 */
public final class TelemetryFile implements Iterator<TelemetrySample>, Closeable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Path path;
    private final CloseableIterator<CsvRecord> records;
    private final TelemetryRow row;
    private final Map<String, String> names = new HashMap<>();
    private long line;
    private long latest = Long.MIN_VALUE;

    private TelemetryFile(Path path, InputStream bytes, boolean signed) {
        this.path = path;
        InputStreamReader text =
                new InputStreamReader(
                        bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
        this.records = CsvReader.builder().ofCsvRecord(text).iterator();
        this.row = new TelemetryRow(path, header(), signed);
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws IOException if the file cannot be read
     * @throws TelemetryFormatException if it is empty or its header is wrong
     */
    public static TelemetryFile open(Path path) throws IOException {
        return open(path, false);
    }

    /** Opens a file of any signal: {@code used} may be negative, which no use of capacity is. */
    public static TelemetryFile openSignal(Path path) throws IOException {
        return open(path, true);
    }

    private static TelemetryFile open(Path path, boolean signed) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "is a directory");
        }
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            return new TelemetryFile(path, text(decompressed(path, bytes)), signed);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** Whether there is another row. */
    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | CsvParseException e) {
            throw broken(e);
        }
    }

    /** The next row. */
    @Override
    public TelemetrySample next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CsvRecord fields;
        try {
            fields = records.next();
        } catch (UncheckedIOException | CsvParseException e) {
            throw broken(e);
        }
        line = fields.getStartingLineNumber();
        TelemetrySample sample = row.parse(fields, names);
        if (sample.timeMillis() < latest) {
            throw fault("rows are not sorted by time");
        }
        latest = sample.timeMillis();
        return sample;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private CsvRecord header() {
        if (!hasNext()) {
            throw new TelemetryFormatException(
                    path, 1, "the file is empty; expected the header " + TelemetryRow.HEADER);
        }
        CsvRecord header = records.next();
        line = header.getStartingLineNumber();
        return header;
    }

    private static InputStream decompressed(Path path, InputStream bytes) throws IOException {
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        if (!gzip) {
            return bytes;
        }
        try {
            return new GZIPInputStream(bytes, 1 << 16);
        } catch (IOException e) {
            throw new TelemetryFormatException(path, 1, "broken gzip: " + e.getMessage());
        }
    }

    /** Leaves out the byte order mark that spreadsheets begin a file with. */
    private static InputStream text(InputStream bytes) throws IOException {
        BufferedInputStream text = new BufferedInputStream(bytes, 1 << 16);
        text.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(text.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            text.reset();
        }
        return text;
    }

    private TelemetryFormatException broken(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String what = "cannot be read on: " + cause.getMessage();
        if (cause instanceof CharacterCodingException) {
            what = "is not text in UTF-8";
            if (path.toString().endsWith(".gz") && line == 0) {
                what = "is neither gzip, as its name says, nor text in UTF-8";
            }
        } else if (cause instanceof EOFException) {
            what = "the gzip file ends too early: it was cut";
        } else if (cause instanceof ZipException) {
            what = "the gzip file is damaged: " + cause.getMessage();
        }
        TelemetryFormatException fault = new TelemetryFormatException(path, line + 1, what);
        fault.initCause(e);
        return fault;
    }

    private TelemetryFormatException fault(String what) {
        return new TelemetryFormatException(path, line, what);
    }
}
