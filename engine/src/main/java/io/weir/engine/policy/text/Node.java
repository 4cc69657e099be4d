package io.weir.engine.policy.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a policy file, with its place. */
public sealed interface Node {

    /** Where it begins. */
    Place place();

    /** What it is, for people. */
    String kind();

    /**
     * Members by name, in the order of the file.
     *
     * @param place where it begins
     */
    record Mapping(Place place, List<Member> members) implements Node {

        @Override
        public String kind() {
            return "a mapping";
        }

        /** The value of a member, or null. */
        public @Nullable Node get(String name) {
            for (Member member : members) {
                if (member.name().equals(name)) {
                    return member.value();
                }
            }
            return null;
        }
    }

    /**
     * One member of a mapping.
     *
     * @param place where its name stands
     */
    record Member(String name, Place place, Node value) {}

    /**
     * A list.
     *
     * @param place where it begins
     */
    record Sequence(Place place, List<Node> items) implements Node {

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A text, number, boolean or null.
     *
     * @param place where it begins
     * @param value String, Long, Double, java.math.BigInteger, Boolean or null
     */
    record Scalar(Place place, @Nullable Object value) implements Node {

        @Override
        public String kind() {
            if (value == null) {
                return "nothing";
            }
            if (value instanceof String) {
                return "a text";
            }
            return value instanceof Boolean ? "true or false" : "a number";
        }
    }
}
