package io.weir.scanapi;

import io.weir.scanapi.access.Access;
import io.weir.scanapi.approval.ApprovalDesk;
import io.weir.scanapi.console.LoginSeal;
import io.weir.scanapi.console.Logins;
import io.weir.scanapi.http.Admission;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.http.Route;
import io.weir.scanapi.oidc.OidcConfig;
import io.weir.scanapi.oidc.Provider;
import io.weir.scanapi.posture.PostureDesk;
import io.weir.scanapi.remote.RemoteConfig;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The ways for people, wired. Pages are no operations of the API: programs have no use for them. */
final class PeopleRoutes {

    private final ScanApiParts parts;
    private final Access access;
    private final RequestBody body;
    private final Admission admission;

    PeopleRoutes(ScanApiParts parts, Access access, RequestBody body, Admission admission) {
        this.parts = parts;
        this.access = access;
        this.body = body;
        this.admission = admission;
    }

    /** The console, and logins by an identity provider; none where there is no console. */
    List<Route> pages(ApprovalDesk approvals, ApprovalSteps steps, CaseDesks cases, PostureDesk posture) {
        PeopleParts people = parts.people();
        if (people == null || !people.console().enabled()) {
            return List.of();
        }
        LoginSeal seal = new LoginSeal(people.key());
        Logins logins = new Logins(
                access, seal, Duration.ofMinutes(people.console().loginMinutes()), parts.time(), parts.ids());
        OidcConfig oidc = people.oidc();
        ConsoleDoor door = new ConsoleDoor(logins, body, admission);
        List<Route> provider = oidc.isOn()
                ? new OidcRoutes(new Provider(oidc, parts.time()), oidc.tenant(), logins, seal).routes(admission)
                : List.of();
        return Stream.of(
                        new ConsoleRoutes(logins, body, approvals, steps, parts.time(), oidc.isOn()).routes(door),
                        new OverviewPages(approvals, cases, posture, parts.readiness(), parts.time()).routes(door),
                        new IncidentPages(cases).routes(door),
                        new CallPages(cases.exports(), parts.time()).routes(door),
                        provider)
                .flatMap(List::stream)
                .toList();
    }

    /** What other systems pass on; nobody's signature is taken where none is configured. */
    RemoteRoutes remote(ApprovalSteps steps) {
        PeopleParts people = parts.people();
        RemoteConfig config = people == null ? RemoteConfig.SECTION.defaults() : people.remote();
        return new RemoteRoutes(config, body, steps, parts.time());
    }
}
