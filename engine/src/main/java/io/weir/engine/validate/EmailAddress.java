package io.weir.engine.validate;

import java.util.Locale;
import java.util.Set;

/** E-mail addresses: dots in their places and a top-level domain that is no file extension. */
final class EmailAddress {

    // "logo@2x.png" and "pkg@1.2.tgz" have the shape of an address.
    private static final Set<String> FILE_EXTENSIONS = Set.of(
            "bmp", "css", "csv", "gif", "gz", "htm", "html", "ico", "jar", "jpeg", "jpg", "js", "json", "jsx", "log",
            "mjs", "pdf", "php", "png", "svg", "tgz", "tsx", "txt", "webp", "xml", "yaml", "yml");

    private EmailAddress() {}

    static boolean isValid(CharSequence text) {
        String address = text.toString();
        int at = address.lastIndexOf('@');
        String local = address.substring(0, at);
        String domain = address.substring(at + 1);
        String top = domain.substring(domain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && !local.equals("git")
                && !domain.startsWith("-")
                && !domain.contains("-.")
                && !domain.contains(".-")
                && !FILE_EXTENSIONS.contains(top);
    }
}
