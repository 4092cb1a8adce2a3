package io.attentionfutures.training.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.attentionfutures.training.TrainingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are written whole or not at all, and JSON. */
public final class RunFiles {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private RunFiles() {}

    /**
     * Replaces a file by a temporary one beside it.
     *
     * @throws TrainingException if it cannot be written; then it is as it was
     */
    public static void write(Path file, byte[] content) {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            try {
                Files.write(temporary, content);
                Files.move(
                        temporary,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new TrainingException(file + ": cannot be written: " + reason(e), e);
        }
    }

    /** Why a file cannot be read or written, without its name. */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not text in UTF-8";
        }
        String reason =
                e instanceof FileSystemException
                        ? ((FileSystemException) e).getReason()
                        : e.getMessage();
        return reason == null ? e.toString() : reason;
    }

    /** Writes text. */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a value as indented JSON. */
    public static void writeJson(Path file, Object value) {
        write(file, indented(value) + "\n");
    }

    /** A value as indented JSON. */
    public static String indented(Object value) {
        try {
            return JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value as JSON on one line. */
    public static String line(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads JSON.
     *
     * @throws TrainingException if the file is missing or is not what it should be
     */
    public static <T> T readJson(Path file, Class<T> type) {
        try {
            T value = JSON.readValue(Files.readAllBytes(file), type);
            if (value == null) {
                throw new TrainingException(file + ": is empty");
            }
            return value;
        } catch (NoSuchFileException e) {
            throw new TrainingException(file + ": " + reason(e), e);
        } catch (JacksonException e) {
            throw new TrainingException(
                    file + ": is corrupt: " + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        } catch (IOException e) {
            throw new TrainingException(file + ": cannot be read: " + reason(e), e);
        }
    }

    /** Reads one line of JSON, or returns {@code null} if it is not whole. */
    static <T> T readLine(String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (JacksonException e) {
            return null;
        }
    }
}
