package io.weir.engine.destination;

import io.weir.engine.command.Transfer;
import io.weir.engine.fingerprint.LeafRoles;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call is, and which of its leaves say where it goes.
 *
 * @param call the call, normalised
 * @param roles which leaves name destinations
 * @param carried what web addresses in the body carry, as texts of their own
 * @param transfers what commands in the body send somewhere
 */
public record CallReading(ToolCall call, LeafRoles roles, List<Leaf> carried, List<Transfer> transfers) {

    /** Mark of the address of a destination that a command names: the leaf is the command, and carries content too. */
    static final String COMMAND_MARK = "~command";

    /** Copies the list. */
    public CallReading {
        carried = List.copyOf(carried);
        transfers = List.copyOf(transfers);
    }

    /**
     * Whether a destination is the host of a web address that a text renders: only what that address carries goes
     * there.
     */
    public static boolean isRendered(Destination destination) {
        return destination.address().contains(CarriedByAddress.MARK);
    }

    /** The address of the leaf in which a destination stands. */
    public static String leafOf(Destination destination) {
        String address = destination.address();
        return address.endsWith(COMMAND_MARK)
                ? address.substring(0, address.length() - COMMAND_MARK.length())
                : address;
    }

    /** Whether a leaf is the web address that names a destination, or something that this address carries. */
    public static boolean belongsTo(String leafAddress, Destination destination) {
        String address = destination.address();
        return leafAddress.equals(address) || leafAddress.startsWith(address + CarriedByAddress.MARK);
    }

    /** The payload of the call, with what its web addresses carry after everything else. */
    public Payload linkable(Payload payload) {
        if (carried.isEmpty()) {
            return payload;
        }
        List<Leaf> leaves = new ArrayList<>(payload.leaves());
        leaves.addAll(carried);
        return new Payload(leaves, payload.gaps(), payload.format());
    }
}
