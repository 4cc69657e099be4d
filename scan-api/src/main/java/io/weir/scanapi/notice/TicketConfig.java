package io.weir.scanapi.notice;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import java.util.List;

/**
 * What an operator can set about tickets.
 *
 * @param url where they are opened; empty for nowhere
 * @param secret that posts are signed with
 * @param privatePermitted whether the URL may lead to addresses that are not of the open internet
 */
public record TicketConfig(String url, Secret secret, boolean privatePermitted) {

    private static final ConfigKey<String> URL = ConfigKey.of(
            "url",
            ConfigType.TEXT,
            "",
            "Where incidents are posted to that a ticket shall be opened about, an https URL; empty for nowhere.");
    private static final ConfigKey<Secret> SECRET = ConfigKey.of(
            "secret",
            ConfigType.SECRET,
            Secret.NONE,
            "What the posts are signed with: `whsec_` and Base64, or any text of 16 characters on.");
    private static final ConfigKey<Boolean> PRIVATE_PERMITTED = ConfigKey.of(
            "private_permitted",
            ConfigType.FLAG,
            false,
            "Whether the URL may be http, and lead to private and loopback addresses.");

    /** The section {@code tickets}. */
    public static final ConfigSection<TicketConfig> SECTION = new ConfigSection<>(
            "tickets",
            List.of(URL, SECRET, PRIVATE_PERMITTED),
            values -> new TicketConfig(values.get(URL), values.get(SECRET), values.get(PRIVATE_PERMITTED)));

    /** Checks what goes together. */
    public TicketConfig {
        if (!url.isEmpty()) {
            Outward.check(url, privatePermitted);
            new WebhookSignature(secret.reveal());
        }
    }

    /** Whether tickets are opened. */
    public boolean isOn() {
        return !url.isEmpty();
    }
}
