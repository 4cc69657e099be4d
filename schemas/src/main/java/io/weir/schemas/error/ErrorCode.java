package io.weir.schemas.error;

/**
 * The catalogue of operating errors. Codes are stable: never renamed, never reused. The name of the constant is the
 * code on the wire.
 */
public enum ErrorCode {
    /** The body is not JSON. */
    JSON_MALFORMED(400, "The body is not valid JSON", "Send one JSON object, in UTF-8."),
    /** An object names a member twice. */
    JSON_DUPLICATE_KEY(400, "A JSON object names a member twice", "Send each member once."),
    /** The body is nested too deeply. */
    JSON_TOO_DEEP(400, "The JSON is nested too deeply", "Send at most 128 levels."),
    /** Bytes are not UTF-8. */
    TEXT_NOT_UTF8(400, "The body is not valid UTF-8", "Encode the body in UTF-8."),
    /** A member is missing or of the wrong type. */
    REQUEST_INVALID(400, "The request lacks a member or has one of the wrong type", "Correct the members listed."),
    /** No or unknown key. */
    INVALID_KEY(401, "The API key is missing or unknown", "Send 'Authorization: Bearer <key>'."),
    /** A signed request whose signature, timestamp or key is not valid. */
    SIGNATURE_INVALID(
            401, "The request is not validly signed", "Sign it as docs/access.md says, with the agent's secret."),
    /** A signed request that came before. */
    REQUEST_REPLAYED(401, "The request has come before", "Sign each request with a nonce of its own."),
    /** The key is valid, but not for this. */
    SCOPE_MISSING(
            403,
            "The credential is not for this",
            "Use a credential with the scope named; a person with the role ADMIN can make one."),
    /** The key may be sent from some networks only. */
    IP_NOT_ALLOWED(
            403,
            "The key may not be sent from this address",
            "Send it from the networks that it is for, or have a key made for this one."),
    /** A key would do more than the credential that makes it. */
    KEY_TOO_WIDE(
            403,
            "The key would be wider than the credential that makes it",
            "Ask for less, or have a person with the role ADMIN make it."),
    /** The key is for one environment or agent, and the call names another. */
    KEY_PINNED(
            403, "The key is for another environment or agent", "Leave out env and agent_id, or name the key's own."),
    /** A web page, or a name that is not ours, asks for an API on loopback. */
    HOST_NOT_ALLOWED(
            403,
            "The request asks for a host that is not allowed, or comes from a web page of one",
            "Ask for a loopback name, or list the host in allowed_hosts."),
    /** A form that no page of ours has sent. */
    FORM_INVALID(403, "The form is not one of this login", "Open the page again, and send its form."),
    /** A policy that was sent cannot be used. */
    POLICY_REFUSED(400, "The policy cannot be used", "Correct what is listed; './weir policy validate' says the same."),
    /** The directory of policies is not writable. */
    POLICIES_UNWRITABLE(
            503, "Policies cannot be kept here", "Check policies.directory; where files are deployed, change those."),
    /** No such resource. */
    NOT_FOUND(404, "There is nothing at this path", "See /openapi.json for the paths."),
    /** Path exists, method does not. */
    METHOD_NOT_ALLOWED(405, "This path does not answer to this method", "See /openapi.json for the methods."),
    /** The key is not valid any more, or has a successor. */
    KEY_ENDED(409, "The key has ended", "Make a new one."),
    /** A tenant or a key has as many keys as it may. */
    TOO_MANY_KEYS(409, "There are too many keys", "Revoke those that nobody needs, or wait until some expire."),
    /** A tenant has registered as many MCP servers as it may. */
    TOO_MANY_SERVERS(409, "There are too many servers", "Have some removed, or mcp.registered_max raised."),
    /** The body trickles in. */
    REQUEST_TOO_SLOW(408, "The body took too long to come in", "Send the body in one go."),
    /** Body larger than the limit. */
    PAYLOAD_TOO_LARGE(413, "The body is larger than the limit", "Send less, or raise the limit in the configuration."),
    /** Content type or charset that we do not read. */
    MEDIA_TYPE_UNSUPPORTED(415, "The content type or its charset is not supported", "Send application/json in UTF-8."),
    /** Nobody decides on a call of their own. */
    OWN_CALL(403, "The call is the caller's own", "Have somebody else decide."),
    /** The approval was decided on already, or has expired. */
    APPROVAL_CLOSED(409, "The approval cannot be decided on any more", "Have the agent try the call again."),
    /** A one-time code that is not the right one. */
    CODE_WRONG(403, "The code is not the right one", "Ask the person again who has got it; do not guess."),
    /** No one-time code is taken: none was sent, it was used or has expired, or there were too many wrong ones. */
    CODE_LOCKED(
            403,
            "No code is taken for this call now",
            "Make the same call again later, or have a person decide by 'weir approval'."),
    /** A message to an agent of another tenant or environment. */
    AGENT_UNREACHABLE(
            403,
            "The receiver is no agent of the sender's tenant and environment",
            "Name an agent of the same tenant and environment."),
    /** A key of idempotency that came before with another body. */
    IDEMPOTENCY_KEY_REUSED(
            409,
            "The idempotency key came before with another body",
            "Send a new Idempotency-Key with each new call, and the same one only to repeat a call."),
    /** An incident is not in a state for this. */
    INCIDENT_STATE(
            409,
            "The incident is not in a state for this",
            "Take it up, close it with a resolution, or open it again."),
    /** Another system was asked for a ticket, and gave none. */
    TICKET_REFUSED(
            502, "No ticket was opened", "Check tickets.url, and that it answers 2xx with a JSON object with 'id'."),
    /** The key calls faster than it may. */
    RATE_LIMITED(429, "The key calls faster than it may", "Try again after the seconds in Retry-After."),
    /** The key has made all the calls that it may make in a month. */
    QUOTA_EXCEEDED(429, "The calls of this month are used up", "Have the limit raised, or wait for the next month."),
    /** Too many calls at once. */
    OVERLOADED(503, "Too much is going on at once", "Try again after the seconds in Retry-After."),
    /** Events cannot be stored, so nothing may be decided. */
    EVENTS_UNAVAILABLE(503, "The decision could not be recorded", "Check Kafka; the call was not decided, so hold it."),
    /** The gateway asks for a token of its own. */
    GATEWAY_TOKEN_INVALID(
            401,
            "The gateway's token is missing or unknown",
            "Send it in X-Weir-Gateway-Token, or as the password in Proxy-Authorization."),
    /** The gateway, as a proxy, asks for a token of its own. */
    PROXY_TOKEN_INVALID(
            407,
            "The gateway's token is missing or unknown",
            "Put it into the proxy's URL: http://agent:token@host:port."),
    /** An inbound route is not for this. */
    ROUTE_FORBIDDEN(
            403, "The route does not permit this call", "Ask the operator for the methods and paths that it permits."),
    /** An inbound route has no credential for its upstream any more. */
    CREDENTIAL_UNAVAILABLE(
            502,
            "The upstream's stored credential cannot be used",
            "Ask the operator to store it anew: 'weir inbound credential set'."),
    /** The gateway cannot reach the scan API. */
    SCAN_UNAVAILABLE(503, "The call could not be scanned", "Check the scan API; nothing was forwarded."),
    /** The gateway cannot reach the upstream. */
    UPSTREAM_UNREACHABLE(502, "The upstream did not answer", "Check the upstream's address and health."),
    /** The gateway's target is not usable. */
    UPSTREAM_INVALID(400, "The upstream address is not usable", "Put an absolute http or https URL after /proxy/."),
    /** The gateway may not call this upstream. */
    UPSTREAM_FORBIDDEN(
            403, "The gateway may not call this upstream", "Ask the operator to permit the upstream's host."),
    /** A proxy that asks for a decision does not show the whole call, or cannot show the whole response. */
    BODY_NOT_SHOWN(503, "The proxy does not show what must be scanned", "Set the proxy as docs/edges.md says."),
    /** The policy forbids the call. */
    CALL_DENIED(403, "The call was denied", "See reason_codes; ask the operator if the call is legitimate."),
    /** The response holds what the agent should not get. */
    RESPONSE_DENIED(
            403,
            "The call was made, and its response is held back",
            "See reason_codes; ask the operator if the response is harmless."),
    /** The call waits for a person. */
    APPROVAL_REQUIRED(202, "The call waits for approval", "Ask the operator to decide on approval_id, then retry."),
    /** The operator's own rules cannot be used; a process that is to use them does not start. */
    RULES_INVALID(
            500,
            "The rules cannot be used",
            "Correct the rule files, rules.optional and rules.disabled, or unset rules.directory."),
    /** Topics are missing, or have a shape that the parts cannot work with; no part starts. */
    TOPICS_UNUSABLE(500, "The topics on Kafka cannot be used", "Do for each topic what the message says."),
    /** The operator's policies cannot be used; a process that is to use them does not start. */
    POLICIES_INVALID(
            500, "The policies cannot be used", "Correct the policy files; './weir policy validate' checks them."),
    /** Something unforeseen. */
    INTERNAL(500, "Something went wrong in Weir", "Retry; if it stays, report the trace id and the log around it.");

    private final int status;
    private final String title;
    private final String fix;

    ErrorCode(int status, String title, String fix) {
        this.status = status;
        this.title = title;
        this.fix = fix;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** What happened, in one sentence. */
    public String title() {
        return title;
    }

    /** What to do about it. */
    public String fix() {
        return fix;
    }
}
