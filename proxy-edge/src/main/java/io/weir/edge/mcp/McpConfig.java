package io.weir.edge.mcp;

import io.weir.edge.enforce.FailMode;
import io.weir.edge.enforce.Mode;
import io.weir.edge.mcp.judge.JudgeRules;
import io.weir.edge.mcp.pin.PinRules;
import io.weir.edge.mcp.pin.ToolWarning;
import io.weir.edge.mcp.relay.ApprovalPage;
import io.weir.edge.mcp.relay.HoldRules;
import io.weir.edge.response.ReportLimits;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Settings of the edges that speak the Model Context Protocol.
 *
 * @param judge what is done with decisions, and without them
 * @param hold how long calls wait for a person
 * @param pins which warnings about tools block
 * @param pinsDirectory where pins are kept
 * @param pinsOrigin whether the programs of servers are pinned too
 * @param messageBytesMax longest message
 * @param denyUnknown whether messages of methods that the protocol does not have are refused
 * @param plainSchemas whether input schemas are rewritten for strict function calling
 * @param confirmTool whether models get a tool to pass on one-time codes
 * @param page where people decide on held calls
 * @param http servers behind the HTTP endpoint
 * @param registered servers that clients register
 */
public record McpConfig(
        JudgeRules judge,
        HoldRules hold,
        PinRules pins,
        Path pinsDirectory,
        boolean pinsOrigin,
        int messageBytesMax,
        boolean denyUnknown,
        boolean plainSchemas,
        boolean confirmTool,
        ApprovalPage page,
        McpServers http,
        McpRegistered registered) {

    private static final int DAY_MILLIS = 86_400_000;
    private static final int BYTES_MAX = 1 << 28;

    private static final ConfigKey<Mode> MODE = ConfigKey.of(
            "mode",
            ConfigType.choice(Mode.class),
            Mode.ENFORCE,
            "Whether decisions are enforced, or every message is forwarded and the decision only recorded.");
    private static final ConfigKey<Boolean> GUARD_RESULTS = ConfigKey.of(
            "guard_results",
            ConfigType.FLAG,
            false,
            "Whether decisions on what servers send are enforced too: denied results are held back, credentials in them"
                    + " redacted. Otherwise it is reported only.");
    private static final ConfigKey<FailMode> FAIL_MODE = ConfigKey.of(
            "fail_mode",
            ConfigType.choice(FailMode.class),
            FailMode.CLOSED,
            "Whether messages are held back (closed) or forwarded unscanned (open) while the scan API does not"
                    + " answer.");
    private static final ConfigKey<Integer> MESSAGE_BYTES_MAX = ConfigKey.of(
            "message_bytes_max",
            ConfigType.integer(1_024, BYTES_MAX),
            16 << 20,
            "Longest message in either direction, in bytes; longer ones are refused.");
    private static final ConfigKey<Integer> HOLD_MILLIS = ConfigKey.of(
            "hold_millis",
            ConfigType.integer(0, DAY_MILLIS),
            45_000,
            "Longest wait of a call for a person's approval, where the client asked for no progress.");
    private static final ConfigKey<Integer> PROGRESS_HOLD_MILLIS = ConfigKey.of(
            "progress_hold_millis",
            ConfigType.integer(0, DAY_MILLIS),
            600_000,
            "The same where the client asked for progress: it is told every 5 seconds that the call waits.");
    private static final ConfigKey<Integer> HOLD_POLL_MILLIS = ConfigKey.of(
            "hold_poll_millis",
            ConfigType.integer(10, DAY_MILLIS),
            1_000,
            "Time between two looks whether a person has decided.");
    private static final ConfigKey<List<String>> PINS_BLOCK = ConfigKey.of(
            "pins_block",
            ConfigType.LIST,
            Arrays.stream(ToolWarning.values())
                    .filter(PinRules.STANDARD.blocking()::contains)
                    .map(ToolWarning::word)
                    .toList(),
            "Warnings that take a tool out of use: drift, risky_param, added, look_alike, not_canonical, injection,"
                    + " origin.");
    private static final ConfigKey<String> PINS_DIRECTORY = ConfigKey.of(
            "pins_directory",
            ConfigType.TEXT,
            "",
            "Where the definitions of tools are pinned; .weir/mcp in the home directory where it is empty.");
    private static final ConfigKey<Boolean> PINS_ORIGIN = ConfigKey.of(
            "pins_origin",
            ConfigType.FLAG,
            false,
            "Whether the program that a stdio server is started from is pinned too, by the digest of its files; an"
                    + " upgrade of it then takes its tools out of use until a person accepts it.");
    private static final ConfigKey<Boolean> DENY_UNKNOWN = ConfigKey.of(
            "deny_unknown_methods",
            ConfigType.FLAG,
            false,
            "Whether messages of methods that the protocol does not have are refused, instead of scanned and passed"
                    + " on.");
    private static final ConfigKey<Boolean> PLAIN_SCHEMAS = ConfigKey.of(
            "plain_schemas",
            ConfigType.FLAG,
            false,
            "Whether input schemas of tools are rewritten so that strict function calling takes them; they lose"
                    + " constraints and references.");
    private static final ConfigKey<Boolean> CONFIRM_TOOL = ConfigKey.of(
            "confirm_tool",
            ConfigType.FLAG,
            false,
            "Whether models get the tool firewall_confirm to pass on one-time codes (approvals.code_delivery); a held"
                    + " call for which people have a code is then answered at once.");
    private static final ConfigKey<String> APPROVAL_PAGE = ConfigKey.of(
            "approval_page",
            ConfigType.TEXT,
            "",
            "URL of the page where people decide on held calls, with {approval_id} in it; clients that can show links"
                    + " are asked to show it. Whoever opens it must prove there who they are.");
    /** The settings under {@code mcp}. */
    public static final ConfigSection<McpConfig> SECTION = new ConfigSection<>(
            "mcp",
            List.of(
                    MODE,
                    GUARD_RESULTS,
                    FAIL_MODE,
                    MESSAGE_BYTES_MAX,
                    ReportLimits.WINDOW_BYTES,
                    ReportLimits.TOTAL_BYTES,
                    HOLD_MILLIS,
                    PROGRESS_HOLD_MILLIS,
                    HOLD_POLL_MILLIS,
                    PINS_BLOCK,
                    PINS_DIRECTORY,
                    PINS_ORIGIN,
                    DENY_UNKNOWN,
                    PLAIN_SCHEMAS,
                    CONFIRM_TOOL,
                    APPROVAL_PAGE,
                    McpServers.SERVERS,
                    McpServers.TRANSLATED,
                    McpServers.HOSTS_ALLOWED,
                    McpServers.ORIGINS_ALLOWED,
                    McpRegistered.SERVERS_MAX,
                    McpRegistered.COMMANDS),
            values -> new McpConfig(
                    new JudgeRules(
                            values.get(MODE) == Mode.MONITOR,
                            values.get(GUARD_RESULTS),
                            values.get(FAIL_MODE) == FailMode.OPEN,
                            values.get(ReportLimits.WINDOW_BYTES),
                            values.get(ReportLimits.TOTAL_BYTES)),
                    new HoldRules(
                            values.get(HOLD_MILLIS), values.get(PROGRESS_HOLD_MILLIS), values.get(HOLD_POLL_MILLIS)),
                    new PinRules(values.get(PINS_BLOCK).stream()
                            .map(McpConfig::warning)
                            .collect(Collectors.toUnmodifiableSet())),
                    pinsDirectory(values.get(PINS_DIRECTORY)),
                    values.get(PINS_ORIGIN),
                    values.get(MESSAGE_BYTES_MAX),
                    values.get(DENY_UNKNOWN),
                    values.get(PLAIN_SCHEMAS),
                    values.get(CONFIRM_TOOL),
                    page(values.get(APPROVAL_PAGE)),
                    McpServers.of(values),
                    McpRegistered.of(values)));

    private static ToolWarning warning(String word) {
        return Arrays.stream(ToolWarning.values())
                .collect(Collectors.toMap(ToolWarning::word, Function.identity()))
                .computeIfAbsent(word.toLowerCase(Locale.ROOT), unknown -> {
                    throw new IllegalArgumentException("pins_block knows no warning of this name");
                });
    }

    private static ApprovalPage page(String template) {
        boolean web = template.startsWith("https://") || template.startsWith("http://");
        if (!template.isEmpty() && !(web && template.contains(ApprovalPage.PLACE))) {
            throw new IllegalArgumentException("approval_page must look like https://host/path/{approval_id}");
        }
        return new ApprovalPage(template);
    }

    private static Path pinsDirectory(String configured) {
        return configured.isEmpty() ? Path.of(System.getProperty("user.home"), ".weir", "mcp") : Path.of(configured);
    }
}
