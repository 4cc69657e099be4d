package io.weir.scanapi.remote;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import io.weir.scanapi.access.Tenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operator can set about decisions that come from other systems.
 *
 * @param secrets of systems that sign webhooks, as {@code tenant:secret}
 * @param slackSecret what Slack signs with; none where no buttons are taken
 * @param slackTenant whose held calls are decided in Slack
 * @param slackPeople who may decide there, names by user id
 */
public record RemoteConfig(
        List<Secret> secrets, Secret slackSecret, String slackTenant, Map<String, String> slackPeople) {

    private static final ConfigKey<List<Secret>> SECRETS = ConfigKey.of(
            "secrets",
            ConfigType.SECRETS,
            List.of(),
            "Secrets of systems that may decide by POST /v1/approvals/decisions, as `tenant:secret`, each `whsec_` and"
                    + " Base64 or a text of 16 characters on. None that an agent can read.");
    private static final ConfigKey<Secret> SLACK_SECRET = ConfigKey.of(
            "slack_signing_secret",
            ConfigType.SECRET,
            Secret.NONE,
            "Signing secret of the Slack app whose buttons decide; without it none do.");
    private static final ConfigKey<String> SLACK_TENANT = ConfigKey.of(
            "slack_tenant", ConfigType.TEXT, "default", "The tenant whose held calls are decided in Slack.");
    private static final ConfigKey<List<String>> SLACK_PEOPLE = ConfigKey.of(
            "slack_people",
            ConfigType.LIST,
            List.of(),
            "Who may decide in Slack: entries USER_ID=name, for example U024BE7LH=ann; nobody else can.");

    /** The section {@code remote_approvals}. */
    public static final ConfigSection<RemoteConfig> SECTION = new ConfigSection<>(
            "remote_approvals",
            List.of(SECRETS, SLACK_SECRET, SLACK_TENANT, SLACK_PEOPLE),
            values -> new RemoteConfig(
                    values.get(SECRETS),
                    values.get(SLACK_SECRET),
                    values.get(SLACK_TENANT),
                    people(values.get(SLACK_PEOPLE))));

    /** Copies the lists, and checks what must be so. */
    public RemoteConfig {
        secrets = List.copyOf(secrets);
        slackPeople = Map.copyOf(slackPeople);
        secrets.forEach(SigningSystem::parse);
        if (!Tenants.isName(slackTenant)) {
            throw new IllegalArgumentException("slack_tenant is no name of a tenant");
        }
        if (!slackSecret.isEmpty() && slackSecret.reveal().length() < SlackSignature.SECRET_LENGTH_MIN) {
            throw new IllegalArgumentException(
                    "slack_signing_secret has fewer than " + SlackSignature.SECRET_LENGTH_MIN + " characters");
        }
    }

    private static Map<String, String> people(List<String> entries) {
        Map<String, String> people = new LinkedHashMap<>();
        for (String entry : entries) {
            String[] sides = entry.split("=", 2);
            if (sides.length < 2 || !sides[0].matches("[A-Z0-9]{2,32}") || sides[1].isBlank()) {
                throw new IllegalArgumentException("slack_people must look like U024BE7LH=ann");
            }
            people.put(sides[0], sides[1].strip());
        }
        return people;
    }
}
