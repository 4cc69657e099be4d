package io.weir.scanapi.remote;

import io.weir.platform.config.Secret;
import io.weir.scanapi.access.ApiKey;
import io.weir.scanapi.access.Caller;
import io.weir.scanapi.access.Tenants;
import io.weir.scanapi.notice.WebhookSignature;
import io.weir.schemas.word.Scope;
import java.util.List;

/**
 * A system that signs what it posts. It may decide on held calls of one tenant and do nothing else.
 *
 * @param caller as which it decides; all systems of a tenant have one name, so that they count as one person
 * @param signature checks what it signs
 */
record SigningSystem(Caller caller, WebhookSignature signature) {

    private static final String NAME = "webhook";

    /**
     * The system of an entry {@code tenant:secret}.
     *
     * @throws IllegalArgumentException that says what is wrong without repeating the entry
     */
    static SigningSystem parse(Secret entry) {
        String text = entry.reveal();
        int colon = text.indexOf(':');
        if (colon < 0 || !Tenants.isName(text.substring(0, colon))) {
            throw new IllegalArgumentException("each of secrets needs the form tenant:secret");
        }
        String secret = text.substring(colon + 1);
        return new SigningSystem(
                deciding(text.substring(0, colon), "webhook " + secret, NAME), new WebhookSignature(secret));
    }

    /** Somebody who may decide on held calls, and nothing else. */
    static Caller deciding(String tenant, String credential, String name) {
        return new Caller(
                tenant, ApiKey.fingerprint(ApiKey.digest(credential)), name, List.of(Scope.APPROVE), false, null);
    }
}
