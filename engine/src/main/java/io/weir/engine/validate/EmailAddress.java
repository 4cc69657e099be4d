package io.weir.engine.validate;

/** E-mail addresses: dots in their places and a domain that mail can be sent to. */
final class EmailAddress {

    private EmailAddress() {}

    static boolean isValid(CharSequence text) {
        String address = text.toString();
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return false;
        }
        String local = address.substring(0, at);
        String domain = address.substring(at + 1);
        return !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && !local.equals("git")
                && !domain.startsWith("-")
                && !domain.contains("-.")
                && !domain.contains(".-")
                && DomainName.isReachable(domain);
    }
}
