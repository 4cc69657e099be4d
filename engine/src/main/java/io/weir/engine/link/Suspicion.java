package io.weir.engine.link;

import io.weir.schemas.word.InstructionTone;

/** How much speaks against a destination, 0 to 1: where its address came from, and whether the user asked for it. */
final class Suspicion {

    private Suspicion() {}

    static double of(DestinationView destination, boolean requestKnown) {
        return switch (destination.provenance()) {
            case TOOL_RESPONSE ->
                destination.tone() == null
                        ? named(destination, requestKnown)
                        : destination.tone() == InstructionTone.OVERRIDE
                                ? overridden(destination)
                                : ordered(destination, requestKnown);
            case UNKNOWN -> unknown(destination, requestKnown);
            case USER_REQUEST, POLICY -> 0;
        };
    }

    /**
     * Nothing names the address; of what goes by a plain name that says little, since whoever uses a tool uses its
     * places.
     */
    private static double unknown(DestinationView destination, boolean requestKnown) {
        if (!requestKnown || destination.asked()) {
            return 0.2;
        }
        return destination.named() ? destination.prompted() ? 0.5 : 0.2 : 0.6;
    }

    /** A response names the address as data. */
    private static double named(DestinationView destination, boolean requestKnown) {
        if (!requestKnown) {
            return 0.3;
        }
        return destination.asked() ? 0.2 : 0.6;
    }

    /** A response orders to deliver there, and sets itself above the agent's task. */
    private static double overridden(DestinationView destination) {
        // It may be the person that the user spoke of, or an address made to sound so: a person should look.
        return destination.hinted() ? 0.6 : 1;
    }

    /** A response says to deliver there, as a bill does; the user may well want that. */
    private static double ordered(DestinationView destination, boolean requestKnown) {
        if (!requestKnown) {
            return destination.account() ? 0.45 : 0.75;
        }
        if (destination.asked() || destination.hinted()) {
            return destination.pointed() ? 0.4 : 0.5;
        }
        return 1;
    }

    static String reason(DestinationView destination, boolean requestKnown) {
        return switch (destination.provenance()) {
            case TOOL_RESPONSE -> learnt(destination, requestKnown);
            case UNKNOWN ->
                requestKnown
                        ? "the user's request does not name the destination"
                                + (destination.prompted() ? ", and a tool response orders a delivery" : "")
                        : "where the destination came from is unknown";
            case USER_REQUEST -> "the user's request names the destination";
            case POLICY -> "the operator lists the destination";
        };
    }

    private static String learnt(DestinationView destination, boolean requestKnown) {
        String how = destination.tone() == null
                ? "the destination was learnt from a tool response"
                : (destination.prompted()
                                ? "the destination was learnt from a tool response, and one orders to deliver to a"
                                        + " place that it does not name"
                                : "a tool response orders to deliver to the destination")
                        + (destination.tone() == InstructionTone.OVERRIDE ? ", above the agent's task" : "");
        return requestKnown && !destination.asked() ? how + "; the user asked for no such delivery" : how;
    }
}
