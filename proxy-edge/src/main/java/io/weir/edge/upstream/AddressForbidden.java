package io.weir.edge.upstream;

import java.io.IOException;

/** A host has no address that may be connected to. */
final class AddressForbidden extends IOException {

    private static final long serialVersionUID = 1L;

    AddressForbidden() {
        super("the host has no address that may be called");
    }
}
