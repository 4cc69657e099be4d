package io.weir.scanapi;

import io.javalin.http.Context;
import io.weir.scanapi.access.Access;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.http.Answers;
import io.weir.scanapi.http.RequestBody;
import io.weir.scanapi.key.Keys;
import io.weir.scanapi.limit.ScanLimits;
import io.weir.schemas.api.WhoAmIAnswer;
import io.weir.schemas.word.Scope;

/** The routes that look after keys and what they use. */
final class KeyRoutes {

    private static final String KEY_ID = "key_id";

    private final Access access;
    private final RequestBody body;
    private final Keys keys;
    private final ScanLimits limits;

    KeyRoutes(Access access, RequestBody body, Keys keys, ScanLimits limits) {
        this.access = access;
        this.body = body;
        this.keys = keys;
        this.limits = limits;
    }

    void mint(Context context) {
        Caller caller = access.require(context, Scope.KEYS);
        Answers.json(context, keys.mint(caller, body.read(context)));
    }

    void mintEphemeral(Context context) {
        Caller caller = access.requireCredential(context, Scope.SCAN);
        Answers.json(context, keys.mintEphemeral(caller, body.read(context), access.form(context)));
    }

    void list(Context context) {
        Answers.json(context, keys.list(access.require(context, Scope.KEYS)));
    }

    void rotate(Context context) {
        Caller caller = access.require(context, Scope.KEYS);
        Answers.json(context, keys.rotate(caller, context.pathParam(KEY_ID), body.read(context)));
    }

    void usage(Context context) {
        Answers.json(context, limits.usage(access.identifyCredential(context)));
    }

    void whoAmI(Context context) {
        Caller caller = access.identify(context);
        Answers.json(context, new WhoAmIAnswer(caller.tenant(), caller.name(), caller.scopes()));
    }

    void revoke(Context context) {
        Caller caller = access.require(context, Scope.KEYS);
        Answers.json(context, keys.revoke(caller, context.pathParam(KEY_ID)));
    }
}
