package io.weir.edge.mcp.registered;

import io.weir.edge.call.CallRefused;
import io.weir.schemas.api.WhoAmIAnswer;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers servers. Any key that scans may register what the gateway may call anyway; only one that changes policies
 * may make the rules for a server looser, or take it away.
 */
final class ServerDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ServerDesk.class);

    private final ServerFile file;
    private final RegisterRules rules;

    ServerDesk(ServerFile file, RegisterRules rules) {
        this.file = file;
        this.rules = rules;
    }

    /** Registers a server, or says what holds for one that is registered. */
    Map<String, Object> register(WhoAmIAnswer caller, Map<String, @Nullable Object> document)
            throws CallRefused, IOException {
        require(caller, Scope.SCAN);
        ServerOrder order = ServerOrder.read(caller.tenant(), document);
        rules.check(order.server());
        boolean mayLoosen = caller.scopes().contains(Scope.POLICY);
        RegisteredServer wanted = mayLoosen ? order.server() : order.server().withoutLoosening();
        AtomicReference<@Nullable RegisteredServer> registered = new AtomicReference<>();
        file.change(servers -> {
            RegisteredServer known = servers.get(wanted.id());
            if (known == null && count(servers, caller.tenant()) >= rules.serversMax()) {
                return servers;
            }
            RegisteredServer now = known == null || mayLoosen ? wanted : known.tightenedBy(wanted);
            servers.put(now.id(), now);
            registered.set(now);
            return servers;
        });
        RegisteredServer now = registered.get();
        if (now == null) {
            throw new CallRefused(
                    ErrorCode.TOO_MANY_SERVERS, "The tenant has " + rules.serversMax() + " servers already.");
        }
        LOG.info("event=mcp_server_registered tenant={} id={} trust_mode={}", now.tenant(), now.id(), now.trustMode());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", true);
        answer.put("server", described(now));
        answer.put("not_checked", notChecked(order));
        return answer;
    }

    private static long count(Map<String, RegisteredServer> servers, String tenant) {
        return servers.values().stream()
                .filter(server -> server.tenant().equals(tenant))
                .count();
    }

    private static List<String> notChecked(ServerOrder order) {
        List<String> names = new ArrayList<>(order.notChecked());
        if (!order.server().declaredDomains().isEmpty()) {
            names.add("declared_domains");
        }
        return names;
    }

    /** All servers of the caller's tenant. */
    Map<String, Object> list(WhoAmIAnswer caller) throws CallRefused, IOException {
        require(caller, Scope.SCAN);
        return Map.of(
                "servers",
                file.of(caller.tenant()).stream().map(ServerDesk::described).toList());
    }

    /** Takes a server away. */
    Map<String, Object> remove(WhoAmIAnswer caller, String id) throws CallRefused, IOException {
        require(caller, Scope.POLICY);
        RegisteredServer server = of(caller, id);
        file.change(servers -> {
            servers.remove(server.id());
            return servers;
        });
        LOG.info("event=mcp_server_removed tenant={} id={}", server.tenant(), server.id());
        return Map.of("ok", true);
    }

    /** A server that the caller may call now. */
    RegisteredServer callable(WhoAmIAnswer caller, String id) throws CallRefused, IOException {
        require(caller, Scope.SCAN);
        RegisteredServer server = of(caller, id);
        rules.check(server);
        return server;
    }

    private RegisteredServer of(WhoAmIAnswer caller, String id) throws CallRefused, IOException {
        return file.of(caller.tenant(), id)
                .orElseThrow(() -> new CallRefused(
                        ErrorCode.NOT_FOUND,
                        "No server of this id is registered; POST /v1/mcp/servers registers one."));
    }

    private static void require(WhoAmIAnswer caller, Scope scope) throws CallRefused {
        if (!caller.scopes().contains(scope)) {
            throw new CallRefused(ErrorCode.SCOPE_MISSING, "This needs the scope " + scope + ".");
        }
    }

    private static Map<String, Object> described(RegisteredServer server) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", server.id());
        described.put("url_or_path", server.urlOrPath());
        described.put("transport", server.transport());
        described.put("declared_domains", server.declaredDomains());
        described.put("trust_mode", server.trustMode());
        described.put("drift_policy", server.driftPolicy());
        return described;
    }
}
