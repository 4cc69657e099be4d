package io.weir.scanapi.incident;

import io.weir.engine.incident.IncidentThresholds;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.schemas.word.IncidentTrigger;
import io.weir.schemas.word.ResponseAction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an operator can set about incidents.
 *
 * @param thresholds when they are opened
 * @param onAlert what is done at once where an alert tells of content that has gone out
 * @param incidentsMax incidents that a node keeps in memory
 */
public record IncidentConfig(IncidentThresholds thresholds, List<ResponseAction> onAlert, int incidentsMax) {

    private static final ConfigKey<Integer> DENIALS_IN_HOUR = ConfigKey.of(
            "denials_in_hour",
            ConfigType.integer(1, 1_000_000),
            IncidentThresholds.DEFAULT.denialsInHour(),
            "Denied calls of one agent within an hour that open an incident.");
    private static final ConfigKey<Integer> TRUST_DROP = ConfigKey.of(
            "trust_drop",
            ConfigType.integer(1, 100),
            (int) Math.round(IncidentThresholds.DEFAULT.trustDrop() * 100),
            "Trust that an agent loses within an hour, in hundredths; more opens an incident.");
    private static final ConfigKey<List<String>> OFF = ConfigKey.of(
            "off",
            new ConfigType<>(
                    "list of triggers",
                    text -> words(ConfigType.LIST.parser().apply(text), IncidentTrigger.class),
                    names -> String.join(",", names)),
            List.of(),
            "Triggers that open no incident: critical_denial, repeated_denials, threat_intel, alert, trust_drop,"
                    + " ephemeral_breach, policy.");
    private static final ConfigKey<List<String>> ON_ALERT = ConfigKey.of(
            "on_alert",
            new ConfigType<>(
                    "list of actions",
                    text -> words(ConfigType.LIST.parser().apply(text), ResponseAction.class),
                    names -> String.join(",", names)),
            List.of(),
            "What is done at once where the correlator alerts of content that should not have gone out and has:"
                    + " suspend_agent, revoke_grants, hold_session, scrutinize_agent, notify, ticket.");
    private static final ConfigKey<Integer> INCIDENTS_MAX = ConfigKey.of(
            "incidents_max",
            ConfigType.integer(100, 10_000_000),
            100_000,
            "Incidents that a node keeps in memory; the one opened longest ago goes first.");

    /** The section {@code incidents}. */
    public static final ConfigSection<IncidentConfig> SECTION = new ConfigSection<>(
            "incidents",
            List.of(DENIALS_IN_HOUR, TRUST_DROP, OFF, ON_ALERT, INCIDENTS_MAX),
            values -> new IncidentConfig(
                    new IncidentThresholds(
                            values.get(DENIALS_IN_HOUR),
                            values.get(TRUST_DROP) / 100.0,
                            values.get(OFF).stream()
                                    .map(name -> word(name, IncidentTrigger.class))
                                    .collect(Collectors.toSet())),
                    values.get(ON_ALERT).stream()
                            .map(name -> word(name, ResponseAction.class))
                            .toList(),
                    values.get(INCIDENTS_MAX)));

    /** Copies the list. */
    public IncidentConfig {
        onAlert = List.copyOf(onAlert);
        if (onAlert.contains(ResponseAction.ROTATE_KEYS)) {
            throw new IllegalArgumentException("on_alert cannot rotate_keys: nobody would see the new ones");
        }
    }

    /** The names, if each is one of the words. */
    private static <W extends Enum<W>> List<String> words(List<String> names, Class<W> words) {
        names.forEach(name -> word(name, words));
        return names;
    }

    private static <W extends Enum<W>> W word(String name, Class<W> words) {
        return Enum.valueOf(words, name.strip().toUpperCase(Locale.ROOT));
    }
}
