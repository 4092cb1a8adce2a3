package io.attentionfutures.local.registry;

/** What a registry cannot answer, with the Confluent API's status and code. */
final class RegistryFault extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private final int status;
    private final int code;

    private RegistryFault(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static RegistryFault unknownPath() {
        return new RegistryFault(NOT_FOUND, NOT_FOUND, "HTTP 404 Not Found");
    }

    static RegistryFault unknownSubject(String subject) {
        return new RegistryFault(NOT_FOUND, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryFault unknownVersion(String version) {
        return new RegistryFault(NOT_FOUND, 40402, "Version " + version + " not found.");
    }

    static RegistryFault unknownSchema() {
        return new RegistryFault(NOT_FOUND, 40403, "Schema not found");
    }

    static RegistryFault invalidSchema(String why) {
        return new RegistryFault(UNPROCESSABLE, 42201, "Invalid schema: " + why);
    }

    static RegistryFault readOnly() {
        return new RegistryFault(
                UNPROCESSABLE,
                42205,
                "This registry serves the market's own schemas for reading; for further ones run a"
                        + " registry of yours and name it with afm.registry.url");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
