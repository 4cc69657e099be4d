package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.engine.policy.ComplianceFramework;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Answers;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.policy.PolicyDesk;
import io.weir.scanapi.policy.PolicyVersion;
import io.weir.scanapi.policy.Promoted;
import io.weir.scanapi.policy.Promotion;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routes that change policies; each asks for the scope to do so. */
final class PolicyRoutes {

    private final Access access;
    private final RequestBody body;
    private final @Nullable PolicyDesk desk;

    /** Routes; a null desk means that policies are not kept here. */
    PolicyRoutes(Access access, RequestBody body, @Nullable PolicyDesk desk) {
        this.access = access;
        this.body = body;
        this.desk = desk;
    }

    void apply(Context context) {
        Caller caller = access.require(context, Scope.POLICY);
        Answers.json(context, answer(desk().apply(caller, object(context))));
    }

    void rollback(Context context) {
        Caller caller = access.require(context, Scope.POLICY);
        Map<String, Object> request = object(context);
        Object name = request.get("name");
        Object version = request.get("version");
        if (!(name instanceof String text) || !(version instanceof Integer number)) {
            throw Refusal.ofMembers(List.of("name: must be a string", "version: must be an integer"));
        }
        Object environment = request.get("env_name");
        Answers.json(
                context, answer(desk().rollback(caller, text, environment instanceof String env ? env : null, number)));
    }

    void promote(Context context) {
        Caller caller = access.require(context, Scope.POLICY);
        Promoted promoted = desk().promote(caller, Promotion.read(body.read(context)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "applied", promoted.applied().stream().map(PolicyRoutes::answer).toList());
        answer.put(
                "unchanged",
                promoted.unchanged().stream().map(PolicyRoutes::answer).toList());
        Answers.json(context, answer);
    }

    void list(Context context) {
        Caller caller = access.require(context, Scope.READ);
        Answers.json(context, Map.of("policies", desk().all(caller)));
    }

    void byName(Context context) {
        Caller caller = access.require(context, Scope.READ);
        Answers.json(context, answer(desk().newest(caller, context.pathParam("name"), context.queryParam("env"))));
    }

    void history(Context context) {
        Caller caller = access.require(context, Scope.READ);
        Answers.json(
                context,
                Map.of("versions", desk().history(caller, context.pathParam("name"), context.queryParam("env"))));
    }

    /** The catalogs whose controls policies can name. */
    void frameworks(Context context) {
        access.require(context, Scope.READ);
        List<Map<String, String>> frameworks = new ArrayList<>();
        for (ComplianceFramework framework : ComplianceFramework.values()) {
            Map<String, String> listed = new LinkedHashMap<>();
            listed.put("id", framework.name());
            listed.put("name", framework.title());
            listed.put("example", framework.name() + ":" + framework.example());
            frameworks.add(listed);
        }
        Answers.json(context, Map.of("frameworks", frameworks));
    }

    /** Which controls the active policies serve. */
    void coverage(Context context) {
        Caller caller = access.require(context, Scope.READ);
        Answers.json(context, Map.of("coverage", desk().coverage(caller)));
    }

    private PolicyDesk desk() {
        if (desk == null) {
            throw Refusal.of(ErrorCode.POLICIES_UNWRITABLE, "This process keeps no directory of policies.");
        }
        return desk;
    }

    private Map<String, Object> object(Context context) {
        if (!(body.read(context) instanceof Map<?, ?> map)) {
            throw Refusal.ofMembers(List.of("the body must be a JSON object"));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }

    /** What the scan protocol answers, and who did it when. */
    private static Map<String, Object> answer(PolicyVersion version) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("policy_id", version.policyId());
        answer.put("name", version.name());
        answer.put("env_name", version.environment());
        answer.put("version", version.version());
        answer.put("rules", version.policy().get("rules"));
        answer.put("author", version.author());
        answer.put("time", version.timeMillis());
        answer.put("shadow", version.shadow());
        return answer;
    }
}
