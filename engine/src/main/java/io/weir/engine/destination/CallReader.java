package io.weir.engine.destination;

import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.fingerprint.LeafRoles;
import io.weir.engine.fingerprint.WebAddress;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.EdgeHeaders;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.settings.EngineSettings;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a call does and where it can carry data to. Immutable and safe to share between threads. */
public final class CallReader {

    /** Tool name of a call of which only a URL is known, as the scan protocol has it. */
    public static final String CUSTOM_TOOL = "custom_proxy";

    private static final String TOOL_SCHEME = "mcp";
    private static final String AGENT_SCHEME = "a2a";
    private static final Pattern TOOL_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.\\-]{0,63}");

    private final VerbTable verbs = new VerbTable();
    private final ToolAudience audiences = new ToolAudience();
    private final ArgumentReader reader = new ArgumentReader();
    private final CarriedByAddress addresses = new CarriedByAddress();
    private final AudienceTable hosts;

    /** A reader with the operator's lists of destinations. */
    public CallReader(EngineSettings settings) {
        this.hosts = new AudienceTable(settings);
    }

    /** Reads a call. */
    public CallReading read(CallInput input, Payload payload, Fingerprinter fingerprinter) {
        String scheme = scheme(input.url());
        boolean web = scheme.equals("http") || scheme.equals("https");
        boolean message = scheme.equals(AGENT_SCHEME);
        String tool = web ? CUSTOM_TOOL : message ? AGENT_SCHEME : toolName(input.url());
        String method = input.method().toUpperCase(Locale.ROOT);
        Verb verb = web || message || tool.equals(CUSTOM_TOOL) ? verbs.ofMethod(method) : verbs.ofTool(tool);

        Destinations made = new Destinations(hosts, fingerprinter);
        DestinationFinder finder = new DestinationFinder(made);
        List<Argument> arguments = reader.read(payload);
        List<Destination> destinations = new ArrayList<>();
        if (web) {
            destinations.add(made.host(WebAddress.host(input.url()), WebAddress.hostAndPort(input.url()), "/url/host"));
        }
        if (message) {
            destinations.add(receiver(input.url(), fingerprinter));
        }
        if (!verbs.signsIn(tool)) {
            destinations.addAll(finder.find(arguments));
        }
        if (destinations.isEmpty() && verb != Verb.READ && !verbs.signsIn(tool)) {
            destinations.addAll(finder.findByShape(arguments));
        }
        if (destinations.isEmpty()) {
            destinations.add(audiences.of(tool, verb, payload, fingerprinter));
            destinations.addAll(verb == Verb.READ ? List.of() : finder.places(arguments));
        }
        List<Leaf> carried = new ArrayList<>();
        if (web) {
            carried.addAll(addresses.labels(WebAddress.host(input.url()), "/url/host" + CarriedByAddress.MARK + "/0"));
        }
        carried.addAll(finder.carried(payload, destinations));
        Set<String> carriers = DestinationFinder.contentCarriers(payload);
        Set<String> named = destinations.stream()
                .map(Destination::address)
                .filter(address -> !carriers.contains(address))
                .collect(Collectors.toUnmodifiableSet());
        return new CallReading(
                new ToolCall(
                        method,
                        tool,
                        operation(scheme, input.url(), method),
                        verb,
                        destinations,
                        input.bodyBytes(),
                        web ? null : server(input)),
                new LeafRoles(named),
                carried,
                arguments.stream()
                        .flatMap(argument -> argument.transfers().stream())
                        .toList());
    }

    /** An agent of the same tenant: whoever carries the message sees to that. */
    private static Destination receiver(String url, Fingerprinter fingerprinter) {
        return new Destination(
                DestinationKind.USER,
                "agent",
                fingerprinter.hostHash(WebAddress.host(url)),
                Audience.INTERNAL,
                "/url/host");
    }

    private static String operation(String scheme, String url, String method) {
        if (scheme.equals(AGENT_SCHEME)) {
            String last = url.substring(url.lastIndexOf('/') + 1);
            return TOOL_NAME.matcher(last).matches() ? last : method;
        }
        return scheme.equals(TOOL_SCHEME) ? "tools/call" : method;
    }

    /** What is not a plain name is not published: whoever calls may have written it. */
    private static @Nullable String server(CallInput input) {
        String server = EdgeHeaders.server(input.headers());
        return TOOL_NAME.matcher(server).matches() ? server : null;
    }

    private static String toolName(String url) {
        String host = WebAddress.host(url);
        return url.startsWith(TOOL_SCHEME + ":") && TOOL_NAME.matcher(host).matches() ? host : CUSTOM_TOOL;
    }

    private static String scheme(String url) {
        int colon = url.indexOf(':');
        return colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    }
}
