package io.weir.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.weir.engine.validate.Validator;
import io.weir.engine.validate.Validators;

/** Each validator takes any text, and accepts no more units than there are. */
public final class ValidatorFuzzer {

    private static final long NANOS_EACH = 5_000;

    private ValidatorFuzzer() {}

    /** One input. Called by Jazzer. */
    public static void fuzzerTestOneInput(FuzzedDataProvider bytes) {
        String text = new RandomText(bytes).next();
        for (String name : Validators.names()) {
            Validator validator = Validators.named(name);
            int accepted = WorkBound.within(name, text.length(), NANOS_EACH, () -> validator.accept(text));
            if (accepted < 0 || accepted > text.length()) {
                throw new AssertionError(name + " accepted " + accepted + " of " + text.length() + " units");
            }
        }
    }
}
