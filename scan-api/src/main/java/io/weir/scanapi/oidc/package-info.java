/** Logins of people by an identity provider (OpenID Connect Core 1.0, authorization code with PKCE, RFC 7636). */
@NullMarked
package io.weir.scanapi.oidc;

import org.jspecify.annotations.NullMarked;
