package io.weir.schemas.word;

import java.util.List;

/** What a person is there for. It decides the scopes of the person's token. */
public enum Role {
    /** May do everything. */
    ADMIN,
    /** Writes policies and tries them out. */
    DEVELOPER,
    /** Decides on held calls and handles incidents. */
    REVIEWER,
    /** Looks at everything and changes nothing. */
    AUDITOR;

    /** The scopes of the role, in declaration order. */
    public List<Scope> scopes() {
        return switch (this) {
            case ADMIN -> List.of(Scope.values());
            case DEVELOPER -> List.of(Scope.SCAN, Scope.READ, Scope.POLICY);
            case REVIEWER -> List.of(Scope.READ, Scope.APPROVE, Scope.RESPOND);
            case AUDITOR -> List.of(Scope.READ);
        };
    }
}
