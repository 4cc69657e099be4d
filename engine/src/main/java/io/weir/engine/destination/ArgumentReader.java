package io.weir.engine.destination;

import io.weir.engine.command.CommandReader;
import io.weir.engine.command.Transfer;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import java.util.ArrayList;
import java.util.List;

/** Reads the arguments of a call. Immutable and safe to share between threads. */
final class ArgumentReader {

    private final MemberRoles members = new MemberRoles();

    /** The arguments in a payload, in document order. */
    List<Argument> read(Payload payload) {
        List<Argument> arguments = new ArrayList<>();
        for (Leaf leaf : payload.leaves()) {
            if (isArgument(leaf)) {
                arguments.add(read(leaf));
            }
        }
        return arguments;
    }

    /** A tool goes by what its argument says, not by what else can be read out of it. */
    static boolean isArgument(Leaf leaf) {
        return leaf.address().startsWith("/body") && !leaf.isDerived();
    }

    private Argument read(Leaf leaf) {
        DestinationRole role = members.of(leaf);
        List<Transfer> transfers = role == DestinationRole.COMMAND ? CommandReader.read(leaf.text()) : List.of();
        return new Argument(leaf, role, transfers);
    }
}
