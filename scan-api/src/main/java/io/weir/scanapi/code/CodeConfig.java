package io.weir.scanapi.code;

import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.ConfigValues;
import io.weir.scanapi.notice.Notice;
import io.weir.scanapi.notice.NoticeType;
import io.weir.scanapi.notice.Notifier;
import io.weir.schemas.event.ApprovalCode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * What an operator can set about one-time codes, which let people decide who have no console.
 *
 * @param way how codes come to people
 * @param file the file or terminal, for {@link Way#FILE}
 * @param command the program and its arguments, for {@link Way#COMMAND}
 * @param digits how long a code is
 * @param ttlMillis how long a code is taken
 * @param terms how often
 */
public record CodeConfig(
        Way way, String file, List<String> command, int digits, int ttlMillis, ApprovalCode.Terms terms) {

    /** How codes come to people. */
    public enum Way {
        /** There are no codes. */
        NONE,
        /** By a file that only its owner can read, or a terminal. */
        FILE,
        /** By a program. */
        COMMAND,
        /** By the webhook. */
        WEBHOOK
    }

    private static final ConfigKey<Way> WAY = ConfigKey.of(
            "code_delivery",
            ConfigType.choice(Way.class),
            Way.NONE,
            "How people get a one-time code for each held call, which an agent may pass on: none, file, command or"
                    + " webhook. Choose one that no agent can read.");
    private static final ConfigKey<String> FILE = ConfigKey.of(
            "code_file",
            ConfigType.TEXT,
            "",
            "The file that codes are written to, readable by its owner only, or a terminal such as `/dev/pts/3`.");
    private static final ConfigKey<List<String>> COMMAND = ConfigKey.of(
            "code_command",
            ConfigType.LIST,
            List.of(),
            "The program, and its arguments, that gets each code as JSON on its standard input.");
    private static final ConfigKey<Integer> DIGITS =
            ConfigKey.of("code_digits", ConfigType.integer(4, 12), 6, "How many digits a code has.");
    private static final ConfigKey<Integer> TTL_MILLIS = ConfigKey.of(
            "code_ttl_millis",
            ConfigType.integer(10_000, 3_600_000),
            300_000,
            "How long a code is taken, in milliseconds.");
    private static final ConfigKey<Integer> ATTEMPTS_MAX = ConfigKey.of(
            "code_attempts_max",
            ConfigType.integer(1, 10),
            3,
            "Wrong codes after which no code is taken for a held call; name rules may set another number.");
    private static final ConfigKey<Integer> LOCK_MILLIS = ConfigKey.of(
            "code_lock_millis",
            ConfigType.integer(60_000, 86_400_000),
            600_000,
            "How long the same call gets no other code after that, in milliseconds.");
    private static final ConfigKey<Integer> FAILURES_PER_HOUR = ConfigKey.of(
            "code_failures_per_hour",
            ConfigType.integer(1, 1_000),
            10,
            "Wrong codes in an hour after which none is taken from the same key, whatever it is for.");
    private static final ConfigKey<Integer> SENT_PER_HOUR = ConfigKey.of(
            "code_sent_per_hour",
            ConfigType.integer(1, 10_000),
            30,
            "Codes that are made at most in an hour for calls of the same key.");

    /** The settings, all of the section {@code approvals}. */
    public static final List<ConfigKey<?>> KEYS = List.of(
            WAY, FILE, COMMAND, DIGITS, TTL_MILLIS, ATTEMPTS_MAX, LOCK_MILLIS, FAILURES_PER_HOUR, SENT_PER_HOUR);

    /** Copies the list, and checks what goes together. */
    public CodeConfig {
        command = List.copyOf(command);
        if (way == Way.FILE && file.isEmpty()) {
            throw new IllegalArgumentException("code_delivery is file, so code_file is needed");
        }
        if (way == Way.COMMAND && command.isEmpty()) {
            throw new IllegalArgumentException("code_delivery is command, so code_command is needed");
        }
    }

    /** The settings as they are configured. */
    public static CodeConfig read(ConfigValues values) {
        return new CodeConfig(
                values.get(WAY),
                values.get(FILE),
                values.get(COMMAND),
                values.get(DIGITS),
                values.get(TTL_MILLIS),
                new ApprovalCode.Terms(
                        values.get(ATTEMPTS_MAX),
                        values.get(LOCK_MILLIS),
                        values.get(FAILURES_PER_HOUR),
                        values.get(SENT_PER_HOUR)));
    }

    /** Whether there are codes. */
    public boolean isOn() {
        return way != Way.NONE;
    }

    /**
     * The way to people.
     *
     * @throws IllegalArgumentException if it is the webhook, and there is none
     */
    public CodeDelivery delivery(Notifier webhook, InstantSource time) {
        if (way == Way.WEBHOOK && !webhook.isOn()) {
            throw new IllegalArgumentException("approvals.code_delivery is webhook, so webhook.url is needed");
        }
        return switch (way) {
            case NONE -> message -> {};
            case FILE -> new FileDelivery(Path.of(file));
            case COMMAND -> new CommandDelivery(command);
            case WEBHOOK ->
                message -> webhook.tell(Notice.of(NoticeType.APPROVAL_CODE, time.millis(), message.tenant(), message));
        };
    }
}
