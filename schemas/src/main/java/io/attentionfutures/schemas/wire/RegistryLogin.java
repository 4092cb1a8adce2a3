package io.attentionfutures.schemas.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * How a client shows a registry who it is, and knows the registry: the properties {@code
 * basic.auth.user.info} (user:password), {@code bearer.auth.token}, and {@code
 * ssl.truststore|keystore.location|password|type} with {@code ssl.key.password}.
 */
final class RegistryLogin {
    private static final String TRUST = "ssl.truststore.";
    private static final String KEYS = "ssl.keystore.";

    private RegistryLogin() {}

    static Optional<String> authorization(RegistryAccess access) {
        String user = access.properties().get("basic.auth.user.info");
        if (user != null) {
            return Optional.of(
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(user.getBytes(StandardCharsets.UTF_8)));
        }
        return Optional.ofNullable(access.properties().get("bearer.auth.token"))
                .map(token -> "Bearer " + token);
    }

    static HttpClient client(RegistryAccess access, Duration limit) throws RegistryException {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(limit);
        if (access.properties().containsKey(TRUST + "location")
                || access.properties().containsKey(KEYS + "location")) {
            builder.sslContext(context(access));
        }
        return builder.build();
    }

    private static SSLContext context(RegistryAccess access) throws RegistryException {
        try {
            TrustManager[] trust = null;
            if (access.properties().containsKey(TRUST + "location")) {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init(store(access, TRUST));
                trust = factory.getTrustManagers();
            }
            KeyManager[] keys = null;
            if (access.properties().containsKey(KEYS + "location")) {
                KeyManagerFactory factory =
                        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                String password = access.properties().get("ssl.key.password");
                factory.init(
                        store(access, KEYS),
                        password == null ? password(access, KEYS) : password.toCharArray());
                keys = factory.getKeyManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new RegistryException(
                    "the stores for the schema registry cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore store(RegistryAccess access, String kind)
            throws RegistryException, GeneralSecurityException {
        String file = access.properties().get(kind + "location");
        KeyStore store =
                KeyStore.getInstance(
                        access.properties().getOrDefault(kind + "type", KeyStore.getDefaultType()));
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            store.load(in, password(access, kind));
            return store;
        } catch (IOException e) {
            throw new RegistryException(
                    RegistryAccess.PREFIX
                            + kind
                            + "location '"
                            + file
                            + "' cannot be read: "
                            + e.getMessage(),
                    e);
        }
    }

    private static char[] password(RegistryAccess access, String kind) {
        String password = access.properties().get(kind + "password");
        return password == null ? null : password.toCharArray();
    }
}
