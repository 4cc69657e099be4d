package io.weir.scanapi.session;

import io.weir.schemas.word.SessionProvenance;

/**
 * The session that a call is counted to.
 *
 * @param sessionId unique in the tenant
 * @param provenance where the id came from
 */
public record SessionIdentity(String sessionId, SessionProvenance provenance) {}
