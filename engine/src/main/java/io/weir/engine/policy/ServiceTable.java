package io.weir.engine.policy;

import io.weir.engine.fingerprint.WebAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells well-known services by the host of a URL, and their operations by method and path. The table is a resource:
 * {@code service NAME HOST...} and {@code operation SERVICE METHOD PATH NAME}. Immutable and safe to share.
 */
final class ServiceTable {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final ServiceTable STANDARD = read("services.txt");

    private final Map<String, String> byHost;
    private final Map<String, List<Operation>> operations;

    private record Operation(String method, Glob path, String name) {}

    private ServiceTable(Map<String, String> byHost, Map<String, List<Operation>> operations) {
        this.byHost = Map.copyOf(byHost);
        this.operations = Map.copyOf(operations);
    }

    static ServiceTable standard() {
        return STANDARD;
    }

    ServiceCall find(String method, String url) {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            return ServiceCall.NONE;
        }
        String service = service(WebAddress.host(url).toLowerCase(Locale.ROOT));
        return service == null ? ServiceCall.NONE : new ServiceCall(service, operation(service, method, path(url)));
    }

    private @Nullable String service(String host) {
        String rest = host;
        while (!rest.isEmpty()) {
            String service = byHost.get(rest);
            if (service != null) {
                return service;
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return null;
    }

    private String operation(String service, String method, String path) {
        for (Operation operation : operations.getOrDefault(service, List.of())) {
            if (operation.method().equals(method) && operation.path().matches(path)) {
                return operation.name();
            }
        }
        return "";
    }

    /** The path of a URL without its query. */
    static String path(String url) {
        int start = url.indexOf('/', url.indexOf("://") + 3);
        if (start < 0) {
            return "/";
        }
        int end = start;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        return url.substring(start, end);
    }

    private static ServiceTable read(String resource) {
        Map<String, String> byHost = new HashMap<>();
        Map<String, List<Operation>> operations = new HashMap<>();
        for (String line : lines(resource)) {
            List<String> words = BLANKS.splitAsStream(line.strip()).toList();
            switch (words.get(0)) {
                case "service" -> words.subList(2, words.size()).forEach(host -> byHost.put(host, words.get(1)));
                case "operation" ->
                    operations
                            .computeIfAbsent(words.get(1), service -> new ArrayList<>())
                            .add(new Operation(words.get(2), Glob.of(words.get(3)), words.get(4)));
                default -> throw new IllegalStateException(resource + ": no such line: " + line);
            }
        }
        return new ServiceTable(byHost, operations);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(ServiceTable.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
