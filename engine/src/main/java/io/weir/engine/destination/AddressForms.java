package io.weir.engine.destination;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms that addresses have when they are the whole of a text. All repeats are bounded. */
final class AddressForms {

    /** An identifier, which may be written in groups; its digits and letters say which one it is. */
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?=(?:[^0-9]{0,80}[0-9]){3})(?:-?[A-Za-z0-9][A-Za-z0-9._-]{5,80}|[+(]{0,2}[0-9][0-9 ().-]{5,30})");

    private static final Pattern MAILBOX =
            Pattern.compile("(?:[^@<>]{0,80}<)?([^\\s@<>\"',;]{1,64}@[^\\s@<>\"',;]{1,255})>?");
    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "(?i)(?:https?://\\S{3,2000}|www\\.\\S{3,2000}|[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}(?:[/:]\\S{0,2000})?)");
    private static final Pattern FULL_WEB_ADDRESS = Pattern.compile("(?i)(?:https?://|www\\.)\\S{3,2000}");
    private static final Pattern INTERNATIONAL_ACCOUNT = Pattern.compile("[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){8,30}");
    private static final Pattern ACCOUNT = Pattern.compile("(?i)[a-z]{2}\\d{2}[ a-z0-9]{8,32}|[0-9 -]{6,34}");

    private AddressForms() {}

    /** Whether a text is an identifier with digits. */
    static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    /** Whether a text is a web address, with or without a scheme. */
    static boolean isWebAddress(String text) {
        return WEB_ADDRESS.matcher(text).matches();
    }

    /** Whether a text can be nothing else than a web address. */
    static boolean isFullWebAddress(String text) {
        return FULL_WEB_ADDRESS.matcher(text).matches();
    }

    /** Whether a text may be the number of an account, where it is known that it names one. */
    static boolean isAccount(String text) {
        return ACCOUNT.matcher(text).matches();
    }

    /** Whether a text is the number of an account with a country's letters. */
    static boolean isInternationalAccount(String text) {
        return INTERNATIONAL_ACCOUNT.matcher(text).matches();
    }

    static boolean isMailbox(String text) {
        return MAILBOX.matcher(text).matches();
    }

    /** The mailboxes of an address list (RFC 5322, section 3.4), or none where the text holds anything else. */
    static List<String> mailboxes(String text) {
        List<String> mailboxes = new ArrayList<>();
        for (String part : text.split("[,;]")) {
            Matcher matcher = MAILBOX.matcher(part.strip());
            if (!matcher.matches()) {
                return List.of();
            }
            mailboxes.add(matcher.group(1));
        }
        return mailboxes;
    }
}
