package io.weir.scanapi.console;

import io.weir.engine.trust.AgentStanding;
import java.util.List;
import java.util.Locale;

/** The agents of a tenant, those with the least trust first, and what people can say of them. */
public final class AgentsPage {

    private static final String CONTENT = """
        <h1>Agents</h1>
        <table>
        <thead><tr><th>Agent</th><th>Trust</th><th>State</th><th>Denied in a day</th><th>Last marked</th><th></th></tr></thead>
        <tbody>
        %s
        </tbody>
        </table>\
        """;
    private static final String ROW = """
        <tr><td><a href="/console/calls?agent=%s">%s</a></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td>\
        <td class="steps">%s</td></tr>\
        """;
    private static final String FORM = """
        <form method="post" action="/console/agents">%s<input type="hidden" name="agent" value="%s">\
        <button name="step" value="%s"%s>%s</button>\
        <button name="step" value="scrutinize" class="plain">Watch for a day</button>\
        <button name="step" value="reset" class="plain">Trust again</button></form>\
        """;

    private AgentsPage() {}

    /** The page. */
    public static String of(Visitor visitor, List<AgentStanding> agents) {
        Markup rows =
                Markup.of(agents.stream().map(agent -> row(visitor, agent)).toList());
        Markup content = agents.isEmpty()
                ? Markup.of("<h1>Agents</h1><p class=\"hint\">Nothing is known of any agent.</p>")
                : Markup.of(CONTENT, rows);
        return Frame.page("Agents", visitor, content);
    }

    private static Markup row(Visitor visitor, AgentStanding agent) {
        return Markup.of(
                ROW,
                Frame.query(agent.agentId()),
                agent.agentId(),
                String.format(Locale.ROOT, "%.2f", agent.trust()),
                state(agent),
                agent.lastDay().denials(),
                agent.lastMarkedMillis() == 0 ? "never" : CallTexts.time(agent.lastMarkedMillis()),
                visitor.responds() ? form(visitor, agent) : Markup.NOTHING);
    }

    private static String state(AgentStanding agent) {
        if (agent.suspended()) {
            return "suspended";
        }
        return agent.isInScrutiny() ? "under scrutiny" : "trusted";
    }

    private static Markup form(Visitor visitor, AgentStanding agent) {
        return Markup.of(
                FORM,
                Frame.formWord(visitor),
                agent.agentId(),
                agent.suspended() ? "reactivate" : "suspend",
                agent.suspended() ? Markup.NOTHING : Markup.of(" class=\"deny\""),
                agent.suspended() ? "Reactivate" : "Suspend");
    }
}
