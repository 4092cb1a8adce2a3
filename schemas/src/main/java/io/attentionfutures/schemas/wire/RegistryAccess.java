package io.attentionfutures.schemas.wire;

import java.io.Serializable;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a schema registry is, and how to log in there.
 *
 * @param addresses base URLs, tried in this order
 * @param properties client properties, those that begin with {@link #PREFIX} without it; secrets
 *     are among them
 */
public record RegistryAccess(List<String> addresses, Map<String, String> properties)
        implements Serializable {
    /** What the properties for a registry begin with in a file of Kafka client properties. */
    public static final String PREFIX = "schema.registry.";

    private static final long serialVersionUID = 1L;

    public RegistryAccess {
        addresses = List.copyOf(addresses);
        properties = Map.copyOf(properties);
    }

    /**
     * Reads an address.
     *
     * @param urls base URLs, comma-separated, for example {@code
     *     http://registry:8080/apis/ccompat/v7}
     * @param clientProperties Kafka client properties; those of the registry are taken
     * @throws IllegalArgumentException if that is no address; the message says what one is
     */
    public static RegistryAccess of(String urls, Map<String, String> clientProperties) {
        List<String> addresses =
                Arrays.stream(urls.split(",", -1)).map(RegistryAccess::address).toList();
        return new RegistryAccess(
                addresses,
                clientProperties.entrySet().stream()
                        .filter(property -> property.getKey().startsWith(PREFIX))
                        .collect(
                                Collectors.toMap(
                                        property -> property.getKey().substring(PREFIX.length()),
                                        Map.Entry::getValue)));
    }

    private static String address(String text) {
        String url = text.strip();
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && List.of("http", "https").contains(uri.getScheme())) {
                return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + url + "' is no address of a schema registry: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                "'"
                        + url
                        + "' is no address of a schema registry: http://host:port/path or"
                        + " https://…, and who logs in belongs into the Kafka properties file as "
                        + PREFIX
                        + "basic.auth.user.info");
    }

    /** The addresses alone: properties hold secrets. */
    @Override
    public String toString() {
        return String.join(",", addresses);
    }
}
