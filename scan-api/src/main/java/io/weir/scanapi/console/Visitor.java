package io.weir.scanapi.console;

import io.weir.scanapi.access.Caller;
import io.weir.schemas.word.Scope;

/**
 * A person who looks at the console.
 *
 * @param login how the person proved who it is
 * @param caller what the person may do, as of now
 * @param formWord what the person's forms must send back
 */
public record Visitor(Login login, Caller caller, String formWord) {

    /** Whether the person may decide on held calls. */
    public boolean decides() {
        return caller.may(Scope.APPROVE);
    }

    /** Whether the person may handle incidents. */
    public boolean responds() {
        return caller.may(Scope.RESPOND);
    }
}
