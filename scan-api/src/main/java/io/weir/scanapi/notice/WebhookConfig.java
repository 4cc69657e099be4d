package io.weir.scanapi.notice;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an operator can set about the webhook.
 *
 * @param url where notices go; empty for nowhere
 * @param secret that they are signed with
 * @param events what is told
 * @param format as what notices are posted
 * @param channels where notices go besides that a rule of a policy escalates to a channel, by name of the channel
 * @param privatePermitted whether it may go to addresses that are not of the open internet
 */
public record WebhookConfig(
        String url,
        Secret secret,
        List<NoticeType> events,
        NoticeFormat format,
        Map<String, String> channels,
        boolean privatePermitted) {

    private static final List<NoticeType> ALL =
            List.of(NoticeType.APPROVAL_HELD, NoticeType.APPROVAL_DECIDED, NoticeType.INCIDENT_OPENED);

    private static final ConfigKey<String> URL = ConfigKey.of(
            "url",
            ConfigType.TEXT,
            "",
            "Where notices of held calls and incidents are posted, an https URL; empty for nowhere.");
    private static final ConfigKey<Secret> SECRET = ConfigKey.of(
            "secret",
            ConfigType.SECRET,
            Secret.NONE,
            "What notices are signed with: `whsec_` and Base64, or any text of 16 characters on.");
    private static final ConfigKey<List<String>> EVENTS = ConfigKey.of(
            "events",
            ConfigType.LIST,
            ALL.stream().map(NoticeType::word).toList(),
            "What is told: approval.held, approval.decided, incident.opened.");
    private static final ConfigKey<NoticeFormat> FORMAT = ConfigKey.of(
            "format",
            ConfigType.choice(NoticeFormat.class),
            NoticeFormat.STANDARD,
            "`standard` for signed notices, `slack` for messages to an incoming webhook of Slack, with buttons on held"
                    + " calls.");
    private static final ConfigKey<List<String>> CHANNELS = ConfigKey.of(
            "channels",
            ConfigType.LIST,
            List.of(),
            "Where else notices go that a rule's `escalate_to` is for: entries name=URL, signed and written as those to"
                    + " `url`.");
    private static final ConfigKey<Boolean> PRIVATE_PERMITTED = ConfigKey.of(
            "private_permitted",
            ConfigType.FLAG,
            false,
            "Whether the URL may be http, and lead to private and loopback addresses.");

    /** The section {@code webhook}. */
    public static final ConfigSection<WebhookConfig> SECTION = new ConfigSection<>(
            "webhook",
            List.of(URL, SECRET, EVENTS, FORMAT, CHANNELS, PRIVATE_PERMITTED),
            values -> new WebhookConfig(
                    values.get(URL),
                    values.get(SECRET),
                    values.get(EVENTS).stream().map(WebhookConfig::event).toList(),
                    values.get(FORMAT),
                    channels(values.get(CHANNELS)),
                    values.get(PRIVATE_PERMITTED)));

    /** Copies the collections, and checks what goes together. */
    public WebhookConfig {
        events = List.copyOf(events);
        channels = Map.copyOf(channels);
        if (url.isEmpty() && !channels.isEmpty()) {
            throw new IllegalArgumentException("channels need a url");
        }
        for (String channel : channels.values()) {
            Outward.check(channel, privatePermitted);
        }
        if (!url.isEmpty()) {
            Outward.check(url, privatePermitted);
            signature(url, secret, format);
        }
    }

    /** Signs notices; a format that nobody checks needs no secret of its own. */
    WebhookSignature signature() {
        return signature(url, secret, format);
    }

    private static WebhookSignature signature(String url, Secret secret, NoticeFormat format) {
        return new WebhookSignature(secret.isEmpty() && format != NoticeFormat.STANDARD ? url : secret.reveal());
    }

    /** Whether anything is told. */
    public boolean isOn() {
        return !url.isEmpty();
    }

    private static Map<String, String> channels(List<String> entries) {
        Map<String, String> channels = new LinkedHashMap<>();
        for (String entry : entries) {
            String[] sides = entry.split("=", 2);
            if (sides.length < 2 || sides[0].isBlank()) {
                throw new IllegalArgumentException("channels must look like security=https://hooks.example.com/1");
            }
            channels.put(sides[0].strip(), sides[1].strip());
        }
        return channels;
    }

    private static NoticeType event(String word) {
        return Arrays.stream(NoticeType.values())
                .filter(type -> type.word().equals(word) && ALL.contains(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "events are " + ALL.stream().map(NoticeType::word).collect(Collectors.joining(", "))));
    }
}
