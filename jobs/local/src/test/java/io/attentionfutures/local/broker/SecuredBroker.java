package io.attentionfutures.local.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;

/**
 * A broker whose clients speak TLS, log in by SCRAM and may do only what access control lists say.
 * Its certificate, its users and their passwords are made anew each time.
 */
public final class SecuredBroker implements AutoCloseable {
    private static final String ADMIN = "admin";
    private static final String ITSELF = "broker";

    private final Path folder;
    private final String storePassword = secret("store");
    private final Map<String, String> passwords = new TreeMap<>();
    private final EmbeddedBroker broker;

    private SecuredBroker(Path folder, int port, Collection<String> users) throws Exception {
        this.folder = Files.createDirectories(folder);
        for (String user : users) {
            passwords.put(user, secret(user));
        }
        passwords.put(ADMIN, secret(ADMIN));
        passwords.put(ITSELF, secret(ITSELF));
        makeStores();
        broker =
                EmbeddedBroker.start(
                        folder.resolve("log"), port, "SASL_SSL", settings(), credentials());
    }

    /** Starts a broker that knows some users, none of whom may do anything yet. */
    public static SecuredBroker start(Path folder, int port, Collection<String> users)
            throws Exception {
        return new SecuredBroker(folder, port, users);
    }

    private static String secret(String of) {
        return "secret-of-" + of + "-" + UUID.randomUUID().toString().replace("-", "");
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
        settings.put(
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                login(ITSELF, passwords.get(ITSELF)));
        settings.put("ssl.keystore.location", keyStore().toString());
        settings.put("ssl.keystore.password", storePassword);
        settings.put("ssl.key.password", storePassword);
        settings.put("ssl.truststore.location", trustStore().toString());
        settings.put("ssl.truststore.password", storePassword);
        settings.put(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        // The controller's listener, on the loopback interface, asks nobody who they are.
        settings.put("super.users", "User:" + ADMIN + ";User:" + ITSELF + ";User:ANONYMOUS");
        return settings;
    }

    private List<String> credentials() {
        List<String> credentials = new ArrayList<>();
        passwords.forEach(
                (user, password) ->
                        credentials.add(
                                "SCRAM-SHA-512=[name=" + user + ",password=" + password + "]"));
        return credentials;
    }

    private static String login(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
                + user
                + "\" password=\""
                + password
                + "\";";
    }

    private Path keyStore() {
        return folder.resolve("broker.p12");
    }

    private Path trustStore() {
        return folder.resolve("trust.p12");
    }

    private void makeStores() throws Exception {
        Path certificate = folder.resolve("broker.pem");
        keytool(
                "-genkeypair",
                "-keystore",
                keyStore().toString(),
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=broker",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-validity",
                "2");
        keytool(
                "-exportcert",
                "-rfc",
                "-keystore",
                keyStore().toString(),
                "-alias",
                "broker",
                "-file",
                certificate.toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-keystore",
                trustStore().toString(),
                "-alias",
                "broker",
                "-file",
                certificate.toString());
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", storePassword));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("keytool " + arguments[0] + " failed: " + said);
        }
    }

    /** Returns the broker's address. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Returns a file of client properties that log a user in. */
    public Path propertiesFile(String user) throws IOException {
        return propertiesFile(user, passwords.get(user));
    }

    /** Returns a file of client properties that log a user in with a password, right or wrong. */
    public Path propertiesFile(String user, String password) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("security.protocol", "SASL_SSL");
        properties.setProperty("sasl.mechanism", "SCRAM-SHA-512");
        properties.setProperty("sasl.jaas.config", login(user, password));
        properties.setProperty("ssl.truststore.location", trustStore().toString());
        properties.setProperty("ssl.truststore.password", storePassword);
        Path file = Files.createTempFile(folder, user + "-", ".properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    /** Returns a user's connection. */
    public KafkaConnection connection(String user) throws IOException {
        return KafkaConnection.of(bootstrapServers(), propertiesFile(user), "");
    }

    /** Returns the connection of a user who may do everything. */
    public KafkaConnection administrator() throws IOException {
        return connection(ADMIN);
    }

    /** Lets somebody do something. */
    public void allow(Collection<AclBinding> bindings) throws Exception {
        try (Admin admin = Admin.create(administrator().properties())) {
            admin.createAcls(bindings).all().get(30, TimeUnit.SECONDS);
        }
    }

    /** Returns every password there is. */
    public Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(passwords.values());
        secrets.add(storePassword);
        return secrets;
    }

    @Override
    public void close() {
        broker.close();
    }
}
