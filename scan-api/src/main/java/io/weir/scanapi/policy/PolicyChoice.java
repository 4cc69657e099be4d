package io.weir.scanapi.policy;

import io.weir.engine.policy.Precedence;
import io.weir.engine.policy.foreign.ForeignMode;
import java.nio.file.Path;
import java.util.Map;

/**
 * Which policies an operator wants, and how they are read.
 *
 * @param directory of the policies; one that is not there holds none
 * @param precedence which of the rules of different policies counts
 * @param mode for files of other products
 * @param environment values of variables in files of other products
 */
public record PolicyChoice(Path directory, Precedence precedence, ForeignMode mode, Map<String, String> environment) {

    /** Copies the map. */
    public PolicyChoice {
        environment = Map.copyOf(environment);
    }

    /** The policies of a directory, the strictest first, files of other products as these read them. */
    public static PolicyChoice of(Path directory) {
        return new PolicyChoice(directory, Precedence.STRICTEST, ForeignMode.COMPAT, Map.of());
    }
}
