package io.weir.engine.tone;

import io.weir.schemas.word.DestinationKind;
import java.util.EnumSet;
import java.util.Set;

/** A way to carry something to somebody, as the verbs of a sentence tell it. */
enum Delivery {
    /** Writing to somebody. */
    MESSAGE,
    /** Telling somebody; the user, where "me" follows. */
    SPEECH,
    /** Making an appointment, which invites those who take part. */
    MEETING,
    /** Moving money. */
    PAYMENT,
    /** Putting something on a page, or into its form. */
    PAGE,
    /** Making sure of something that somebody offers, by mail, by telephone or on a page. */
    BOOKING,
    /** Letting somebody in. */
    ACCESS,
    /** Doing something that may end anywhere. */
    ACTION;

    /** Kinds of destination that it goes to. */
    Set<DestinationKind> kinds() {
        return switch (this) {
            case MESSAGE, SPEECH, ACCESS ->
                EnumSet.of(DestinationKind.EMAIL, DestinationKind.USER, DestinationKind.CHANNEL);
            case MEETING -> EnumSet.of(DestinationKind.EMAIL, DestinationKind.USER);
            case PAYMENT -> EnumSet.of(DestinationKind.ACCOUNT, DestinationKind.USER);
            case PAGE -> EnumSet.of(DestinationKind.URL, DestinationKind.HOST);
            case BOOKING ->
                EnumSet.of(DestinationKind.EMAIL, DestinationKind.USER, DestinationKind.URL, DestinationKind.HOST);
            case ACTION -> EnumSet.noneOf(DestinationKind.class);
        };
    }
}
