package io.weir.scanapi;

import io.weir.engine.key.HmacKey;
import io.weir.scanapi.console.ConsoleConfig;
import io.weir.scanapi.oidc.OidcConfig;
import io.weir.scanapi.remote.RemoteConfig;

/**
 * How people decide who send no token with each request.
 *
 * @param console settings of the pages
 * @param oidc settings of logins by an identity provider
 * @param remote settings of decisions that other systems pass on
 * @param key the master key, which all nodes have
 */
public record PeopleParts(ConsoleConfig console, OidcConfig oidc, RemoteConfig remote, HmacKey key) {}
