package io.weir.scanapi.oidc;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import io.weir.scanapi.access.Loopback;
import io.weir.scanapi.access.Tenants;
import io.weir.schemas.word.Role;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What an operator can set about logins by an identity provider.
 *
 * @param issuer URL of the provider; empty for none
 * @param client what the provider knows us as
 * @param names which claims say what
 * @param groups roles of people, the first that fits counts
 * @param tenant whose data these people look at
 */
public record OidcConfig(String issuer, Client client, Names names, List<GroupRole> groups, String tenant) {

    /**
     * What the provider knows us as.
     *
     * @param id the client id
     * @param secret the client secret; none for a public client
     * @param redirectUrl where the provider sends people back to
     * @param scopes what is asked for
     */
    public record Client(String id, Secret secret, String redirectUrl, List<String> scopes) {

        /** Copies the list. */
        public Client {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * Which claims say what.
     *
     * @param groups the groups of a person
     * @param name the name of a person, for records that people read
     */
    public record Names(String groups, String name) {}

    /**
     * The role of a group.
     *
     * @param group as the provider names it
     * @param role what its people are there for
     */
    public record GroupRole(String group, Role role) {

        static GroupRole parse(String entry) {
            int equals = entry.lastIndexOf('=');
            String word = entry.substring(equals + 1).strip().toUpperCase(Locale.ROOT);
            Role role = Arrays.stream(Role.values())
                    .filter(known -> known.name().equals(word))
                    .findFirst()
                    .orElse(null);
            if (equals < 1 || role == null) {
                throw new IllegalArgumentException(
                        "groups must look like on-call=reviewer; roles are " + Arrays.toString(Role.values()));
            }
            return new GroupRole(entry.substring(0, equals).strip(), role);
        }
    }

    private static final ConfigKey<String> ISSUER = ConfigKey.of(
            "issuer",
            ConfigType.TEXT,
            "",
            "The identity provider whose people may log in at the console, an https URL; empty for none.");
    private static final ConfigKey<String> CLIENT_ID =
            ConfigKey.of("client_id", ConfigType.TEXT, "", "What the provider knows Weir as.");
    private static final ConfigKey<Secret> CLIENT_SECRET = ConfigKey.of(
            "client_secret", ConfigType.SECRET, Secret.NONE, "The client's secret; none for a public client.");
    private static final ConfigKey<String> REDIRECT_URL = ConfigKey.of(
            "redirect_url",
            ConfigType.TEXT,
            "",
            "Where the provider sends people back to: https://HOST/api/auth/oidc/callback, as registered there.");
    private static final ConfigKey<List<String>> SCOPES = ConfigKey.of(
            "scopes", ConfigType.LIST, List.of("openid", "email", "profile"), "What the provider is asked for.");
    private static final ConfigKey<String> GROUP_CLAIM = ConfigKey.of(
            "group_claim", ConfigType.TEXT, "groups", "The claim of the ID token that lists a person's groups.");
    private static final ConfigKey<String> NAME_CLAIM = ConfigKey.of(
            "name_claim",
            ConfigType.TEXT,
            "email",
            "The claim that names a person in records; take one that people cannot change themselves.");
    private static final ConfigKey<List<String>> GROUPS = ConfigKey.of(
            "groups",
            ConfigType.LIST,
            List.of(),
            "Roles by group: entries GROUP=ROLE, for example weir-admins=admin,on-call=reviewer. The first that fits"
                    + " counts; who is in none of them cannot log in.");
    private static final ConfigKey<String> TENANT =
            ConfigKey.of("tenant", ConfigType.TEXT, "default", "The tenant whose data these people look at.");

    /** The section {@code oidc}. */
    public static final ConfigSection<OidcConfig> SECTION = new ConfigSection<>(
            "oidc",
            List.of(ISSUER, CLIENT_ID, CLIENT_SECRET, REDIRECT_URL, SCOPES, GROUP_CLAIM, NAME_CLAIM, GROUPS, TENANT),
            values -> new OidcConfig(
                    values.get(ISSUER),
                    new Client(
                            values.get(CLIENT_ID),
                            values.get(CLIENT_SECRET),
                            values.get(REDIRECT_URL),
                            values.get(SCOPES)),
                    new Names(values.get(GROUP_CLAIM), values.get(NAME_CLAIM)),
                    values.get(GROUPS).stream().map(GroupRole::parse).toList(),
                    values.get(TENANT)));

    /** Copies the list, and checks what goes together. */
    public OidcConfig {
        groups = List.copyOf(groups);
        if (!issuer.isEmpty()) {
            requireSafe("issuer", issuer);
            requireSafe("redirect_url", client.redirectUrl());
            if (client.id().isEmpty() || groups.isEmpty() || !Tenants.isName(tenant)) {
                throw new IllegalArgumentException("with issuer, client_id, groups and a tenant are needed");
            }
        }
    }

    /** Whether there is a provider. */
    public boolean isOn() {
        return !issuer.isEmpty();
    }

    private static void requireSafe(String name, String url) {
        URI uri = URI.create(url);
        String host = uri.getHost();
        boolean local = host != null && "http".equals(uri.getScheme()) && Loopback.isLoopback(host);
        if (host == null || !("https".equals(uri.getScheme()) || local)) {
            throw new IllegalArgumentException(name + " must be an https URL");
        }
    }
}
