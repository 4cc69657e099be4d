package io.weir.scanapi;

import io.weir.scanapi.agent.AgentDesk;
import io.weir.scanapi.approval.ApprovalDesk;
import io.weir.scanapi.export.DecisionExports;
import io.weir.scanapi.incident.EvidenceDesk;
import io.weir.scanapi.incident.IncidentDesk;
import io.weir.scanapi.incident.Responder;

/**
 * What looks after agents and incidents, wired.
 *
 * @param agents what is known of agents
 * @param incidents what went wrong
 * @param responder what can be done about it
 * @param evidence what it rests on
 * @param exports what was decided
 */
record CaseDesks(
        AgentDesk agents, IncidentDesk incidents, Responder responder, EvidenceDesk evidence, DecisionExports exports) {

    /** Opens the logs of agents and incidents, and what works with them. */
    static CaseDesks open(ScanApiParts parts, ApprovalDesk approvals, long waitMillisMax) {
        CaseParts cases = parts.cases();
        AgentDesk agents = new AgentDesk(
                cases.agents(),
                parts.logs(),
                parts.time(),
                parts.ids(),
                waitMillisMax,
                parts.metrics().registry());
        IncidentDesk incidents = new IncidentDesk(
                cases.incidents(),
                parts.logs(),
                parts.time(),
                parts.ids(),
                waitMillisMax,
                cases.notifier(),
                parts.metrics().registry());
        return new CaseDesks(
                agents,
                incidents,
                new Responder(agents, approvals, incidents, cases.tickets(), parts.time()),
                new EvidenceDesk(cases.alertHistory(), cases.exports()),
                cases.exports());
    }
}
