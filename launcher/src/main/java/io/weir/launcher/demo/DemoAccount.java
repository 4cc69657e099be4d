package io.weir.launcher.demo;

import io.weir.schemas.event.AlertRaised;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** Tells people what happens in the demo, while it happens. */
final class DemoAccount {

    private final PrintWriter out;
    private final Ansi ansi;

    DemoAccount(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void begin(String recordsAuthority, String dropAuthority, String gatewayUrl) {
        say("Made-up data, real parts: Kafka, Kafka Streams, HTTP. Nothing leaves this machine.");
        say("");
        say("Two services, and the gateway in front of them:");
        say("  records   http://" + recordsAuthority + "   internal: tickets and customer files");
        say("  drop      http://" + dropAuthority + "   outside: nobody that the operator knows");
        say("  gateway   " + gatewayUrl + "<upstream-url>");
    }

    void introduce(String who, DemoAgent agent) {
        say("");
        say(who + ", session " + agent.session() + ". Its user asked: \"" + agent.request() + "\"");
    }

    void tell(Played call) {
        String line = String.format(
                Locale.ROOT,
                "  %d  %-4s %-30s %d  %s",
                call.number(),
                call.step().method(),
                call.step().service() + call.step().path(),
                call.status(),
                call.decision());
        say(colored(call.decision(), line));
        say("     " + call.step().remark());
        call.reasons().forEach(reason -> say("     - " + reason));
    }

    void tell(List<AlertRaised> alerts, String topic, List<Played> calls) {
        Map<String, Played> byTrace = calls.stream().collect(Collectors.toMap(Played::traceId, Function.identity()));
        say("");
        say("Alerts that the correlator put on the topic " + topic + ":");
        for (AlertRaised alert : alerts) {
            say("");
            new AlertText(byTrace).lines(alert).forEach(this::say);
        }
    }

    void end(int dropped, List<String> faults) {
        say("");
        say("At the drop arrived: " + (dropped == 0 ? "nothing." : dropped + " calls."));
        faults.forEach(fault -> say(colored("DENY", "NOT AS IT SHOULD BE: " + fault)));
    }

    void next(String folder) {
        say("");
        say("Now try:");
        say("  ./weir up                             the same parts, for your own agents, until Ctrl-C");
        say("  ./weir audit verify --data " + folder);
        say("  ./weir --help                         all commands");
    }

    private String colored(String decision, String line) {
        String color = switch (decision) {
            case "ALLOW" -> "green";
            case "SANITIZE", "REQUIRE_APPROVAL" -> "yellow";
            default -> "red";
        };
        return ansi.enabled() ? Ansi.ON.string("@|" + color + " " + line + "|@") : line;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
