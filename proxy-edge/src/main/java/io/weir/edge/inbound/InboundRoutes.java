package io.weir.edge.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The routes of one file. Immutable. */
public final class InboundRoutes {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, InboundRoute> byPrefix;

    private InboundRoutes(Map<String, InboundRoute> byPrefix) {
        this.byPrefix = byPrefix;
    }

    private record RouteList(
            @JsonProperty(value = "routes", required = true) List<InboundRoute> routes) {}

    /**
     * The routes in a YAML file, under {@code routes}.
     *
     * @throws IllegalArgumentException if they cannot be used
     */
    public static InboundRoutes read(Path file) {
        try {
            Map<String, InboundRoute> byPrefix = new TreeMap<>();
            for (InboundRoute route :
                    YAML.readValue(Files.readString(file), RouteList.class).routes()) {
                if (byPrefix.put(route.prefix(), route) != null) {
                    throw new IllegalArgumentException("route " + route.prefix() + ": there are two of them");
                }
            }
            return new InboundRoutes(byPrefix);
        } catch (JsonMappingException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String why = cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
            throw new IllegalArgumentException(file + ": " + why, e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": the routes cannot be read; check path and YAML", e);
        }
    }

    /** The route of a prefix, if it is in use. */
    public Optional<InboundRoute> active(String prefix) {
        return Optional.ofNullable(byPrefix.get(prefix)).filter(InboundRoute::isActive);
    }

    /** All routes, by prefix. */
    public List<InboundRoute> all() {
        return List.copyOf(byPrefix.values());
    }
}
