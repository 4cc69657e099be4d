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
import io.weir.scanapi.remote.RemoteConfig;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The ways for people, wired. Pages are no operations of the API: programs have no use for them. */
final class PeopleRoutes {

    private PeopleRoutes() {}

    static List<Route> of(
            ScanApiParts parts,
            Access access,
            RequestBody body,
            ApprovalDesk desk,
            ApprovalSteps steps,
            Admission admission) {
        PeopleParts people = parts.people();
        if (people == null || !people.console().enabled()) {
            return List.of();
        }
        LoginSeal seal = new LoginSeal(people.key());
        Logins logins = new Logins(
                access, seal, Duration.ofMinutes(people.console().loginMinutes()), parts.time(), parts.ids());
        OidcConfig oidc = people.oidc();
        List<Route> pages = new ConsoleRoutes(logins, body, desk, steps, parts.time(), oidc.isOn()).routes(admission);
        List<Route> provider = oidc.isOn()
                ? new OidcRoutes(new Provider(oidc, parts.time()), oidc.tenant(), logins, seal).routes(admission)
                : List.of();
        return Stream.concat(pages.stream(), provider.stream()).toList();
    }

    /** What other systems pass on; nobody's signature is taken where none is configured. */
    static RemoteRoutes remote(ScanApiParts parts, RequestBody body, ApprovalSteps steps) {
        PeopleParts people = parts.people();
        RemoteConfig config = people == null ? RemoteConfig.SECTION.defaults() : people.remote();
        return new RemoteRoutes(config, body, steps, parts.time());
    }
}
