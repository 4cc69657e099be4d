package io.weir.scanapi.access;

import java.util.regex.Pattern;

/** The form of a tenant's name. It holds no bar, because the bar divides session keys. */
public final class Tenants {

    /** The form in words. */
    static final String FORM = "1 to 64 letters, digits, dots, underscores or hyphens, the first a letter or digit";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Tenants() {}

    /** Whether a text has the form. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
