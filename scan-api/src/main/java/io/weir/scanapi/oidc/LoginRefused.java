package io.weir.scanapi.oidc;

/** A login by the identity provider has not come about. The message may be shown to the person. */
public final class LoginRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** A refusal with its reason. */
    public LoginRefused(String message) {
        super(message);
    }
}
