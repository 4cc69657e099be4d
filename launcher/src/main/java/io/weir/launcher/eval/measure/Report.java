package io.weir.launcher.eval.measure;

import java.util.List;
import java.util.Map;

/** What an evaluation found, for people and for programs. */
public interface Report {

    /** For programs; members in a fixed order. */
    Map<String, Object> json(boolean withFailures);

    /** For people; ends with a line break. */
    String text();

    /** What was judged wrongly, a line each. */
    List<String> failures();
}
