package io.weir.engine.opinion;

import io.weir.schemas.word.Decision;
import java.util.List;

/**
 * What a language model thinks of a call. It holds words of a closed list and no text of the model.
 *
 * @param decision ALLOW, REQUIRE_APPROVAL or DENY
 * @param risk 0..1
 * @param because risks that it sees, or why it was not asked or not understood
 */
public record Opinion(Decision decision, double risk, List<String> because) {

    /** Nobody was asked. */
    public static final Opinion NONE = new Opinion(Decision.ALLOW, 0, List.of());

    /** Copies the list. */
    public Opinion {
        because = List.copyOf(because);
    }

    /** An opinion that could not be had: people decide. */
    public static Opinion escalated(String why) {
        return new Opinion(Decision.REQUIRE_APPROVAL, 0, List.of(why));
    }
}
