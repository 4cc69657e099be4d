package io.weir.engine.settings;

import java.util.List;

/**
 * What an operator can set about judgement.
 *
 * @param internalDestinations hosts, {@code host:port} pairs and mail domains of the operator; a leading dot covers
 *     sub-domains
 * @param knownDestinations outside parties that the operator has listed, same form
 */
public record EngineSettings(List<String> internalDestinations, List<String> knownDestinations) {

    /** Loopback is internal, nobody is known. */
    public static final EngineSettings DEFAULT =
            new EngineSettings(List.of("localhost", "127.0.0.1", "::1"), List.of());

    /** Copies the lists. */
    public EngineSettings {
        internalDestinations = List.copyOf(internalDestinations);
        knownDestinations = List.copyOf(knownDestinations);
    }
}
