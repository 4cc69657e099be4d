package io.weir.engine.payload;

import java.util.Locale;

/**
 * How a body that is one string is to be read, as its content type says.
 *
 * @param kind the format
 * @param boundary of a multipart text; empty for every other
 */
public record BodyFormat(Kind kind, String boundary) {

    /** Any JSON value; a string is a text. */
    public static final BodyFormat TREE = new BodyFormat(Kind.TREE, "");

    private static final BodyFormat FORM = new BodyFormat(Kind.FORM, "");

    /** Formats with a reading of their own. */
    public enum Kind {
        /** A JSON value. */
        TREE,
        /** An HTML form (WHATWG URL, application/x-www-form-urlencoded). */
        FORM,
        /** A text of several parts (RFC 2046, section 5.1; RFC 7578). */
        MULTIPART
    }

    /** The format that a content type names. */
    public static BodyFormat of(String contentType) {
        String type = contentType.strip().toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return FORM;
        }
        return type.startsWith("multipart/")
                ? new BodyFormat(Kind.MULTIPART, HeaderText.parameter(contentType, "boundary"))
                : TREE;
    }
}
