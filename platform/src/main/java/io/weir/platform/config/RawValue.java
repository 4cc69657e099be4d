package io.weir.platform.config;

/**
 * The text of a setting and where it was found.
 *
 * @param text as written
 * @param origin for people: {@code weir.yaml:12}, {@code environment variable WEIR_SCAN_API_PORT}
 */
record RawValue(String text, String origin) {

    @Override
    public String toString() {
        // The text may be a secret.
        return "RawValue[" + origin + "]";
    }
}
