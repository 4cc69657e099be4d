package io.weir.engine.detect;

import java.util.List;

/**
 * What every match of a rule holds, cheap to look for: one of some literals, or a run of digits. The rule's pattern is
 * tried only where a match with an anchor can begin.
 *
 * @param keywords in lower case; empty where a run of digits is the anchor
 * @param digits least number of ASCII digits in the text
 * @param reach units from the first one of a match to its anchor, at most
 */
record Anchor(List<String> keywords, int digits, int reach) {

    // The longest name before a keyword in it: the "private_" of private_key, the "driver's " of driver's licence.
    private static final int NAME_REACH = 16;

    static Anchor of(RuleDefinition definition) {
        if (definition.keywords().isEmpty() && definition.digits() == 0) {
            throw new IllegalArgumentException(
                    "a rule needs 'keywords' or 'digits', so that it can be skipped quickly");
        }
        List<String> keywords = definition.keywords().stream().map(Ascii::lower).toList();
        boolean named = definition.assignment() != null;
        return new Anchor(keywords, definition.digits(), named ? NAME_REACH : definition.reach());
    }
}
