package io.weir.engine.link;

import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import io.weir.schemas.word.RetroactiveCause;

/** A {@link Retroactive} as part of a packed form. */
final class RetroactiveForm {

    private RetroactiveForm() {}

    static void put(PackedOutput out, Retroactive cause) {
        out.putText(cause.cause().name()).putNumber(cause.timeMillis()).putText(cause.causeId());
        RecordPlaces.put(out, cause.place());
    }

    static Retroactive get(PackedInput in) {
        RetroactiveCause cause = RetroactiveCause.valueOf(in.getText());
        long timeMillis = in.getNumber();
        String causeId = in.getText();
        RecordPlace place = RecordPlaces.get(in);
        return new Retroactive(cause, timeMillis, causeId, place);
    }
}
