package io.weir.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.weir.engine.validate.Validator;
import io.weir.engine.validate.Validators;

/**
 * A validator takes any text, and accepts no more units than there are. One of them an input: the fuzzer sees what its
 * bytes led to, and a long text costs once.
 */
public final class ValidatorFuzzer {

    private static final long NANOS_EACH = 5_000;
    private static final String[] NAMES = Validators.names().toArray(String[]::new);

    private ValidatorFuzzer() {}

    /** One input. Called by Jazzer. */
    public static void fuzzerTestOneInput(FuzzedDataProvider bytes) {
        String name = bytes.pickValue(NAMES);
        String text = new RandomText(bytes).next();
        Validator validator = Validators.named(name);
        int accepted = WorkBound.within(name, text.length(), NANOS_EACH, () -> validator.accept(text));
        if (accepted < 0 || accepted > text.length()) {
            throw new AssertionError(name + " accepted " + accepted + " of " + text.length() + " units");
        }
    }
}
