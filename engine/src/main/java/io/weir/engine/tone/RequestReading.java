package io.weir.engine.tone;

import io.weir.schemas.word.DestinationKind;
import java.util.List;

/**
 * What a user's request says of deliveries.
 *
 * @param asked kinds of destination that it asks to deliver to, in declaration order
 * @param addressed those of them to which it asks to deliver at addresses only that it gives
 * @param pointed whether it points to a text that may say where to, such as a bill
 */
public record RequestReading(List<DestinationKind> asked, List<DestinationKind> addressed, boolean pointed) {

    /** Of a request that may ask for anything. */
    static final RequestReading ANYTHING = new RequestReading(List.of(DestinationKind.values()), List.of(), true);

    /** Copies the lists. */
    public RequestReading {
        asked = List.copyOf(asked);
        addressed = List.copyOf(addressed);
    }
}
