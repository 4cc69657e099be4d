package io.weir.engine.canary;

import io.weir.engine.validate.Ascii;
import io.weir.engine.validate.Luhn;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the canaries of one key in a text. One pass takes the text apart into runs of letters and digits; only a run,
 * or four of them joined, that has the form of a canary is held against the key. Immutable and safe to share.
 */
final class CanaryFinder {

    private static final int GROUP = 4;
    private static final int GROUPS = 4;
    private static final int CARD_UNITS = 16;

    private final CanaryKey key;

    CanaryFinder(CanaryKey key) {
        this.key = key;
    }

    /** All canaries, by position. */
    List<Canary> find(String text) {
        Finding finding = new Finding(text);
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Ascii.isLetterOrDigit(text.charAt(i))) {
                if (i - start >= GROUP) {
                    finding.run(start, i);
                }
                start = i + 1;
            }
        }
        return finding.found;
    }

    private boolean isGenuine(CanaryKind kind, CharSequence secret) {
        for (int i = 0; i < secret.length(); i++) {
            if (kind.alphabet().indexOf(secret.charAt(i)) < 0) {
                return false;
            }
        }
        String nonce = secret.subSequence(0, kind.nonceUnits()).toString();
        return key.code(kind, nonce).contentEquals(secret.subSequence(kind.nonceUnits(), secret.length()));
    }

    /** One text at work. */
    private final class Finding {

        private final String text;
        private final List<Canary> found = new ArrayList<>();
        private int groups;
        private int groupEnd = -1;

        Finding(String text) {
            this.text = text;
        }

        void run(int start, int end) {
            switch (end - start) {
                case GROUP -> group(start, end);
                case CARD_UNITS -> card(start, end, text.substring(start, end));
                case 14 -> email(start, end);
                case 20 -> {
                    String prefix = CanaryKind.AWS_KEY.prefix();
                    if (text.startsWith(prefix, start)) {
                        row(CanaryKind.AWS_KEY, start, start + prefix.length(), end);
                    }
                    row(CanaryKind.PASSWORD, start, start, end);
                }
                case 32 -> row(CanaryKind.API_KEY, withPrefix(CanaryKind.API_KEY, start), start, end);
                default -> {
                    // No canary is as long.
                }
            }
        }

        private void row(CanaryKind kind, int start, int secret, int end) {
            if (isGenuine(kind, text.substring(secret, end))) {
                found.add(new Canary(kind, start, end));
            }
        }

        private int withPrefix(CanaryKind kind, int secret) {
            int start = secret - kind.prefix().length();
            return start >= 0 && text.startsWith(kind.prefix(), start) ? start : secret;
        }

        private void email(int start, int end) {
            if (end >= text.length()
                    || text.charAt(end) != '@'
                    || !isGenuine(CanaryKind.EMAIL, text.substring(start, end))) {
                return;
            }
            int last = end + 1;
            while (last < text.length() && isOfDomain(last)) {
                last++;
            }
            found.add(new Canary(CanaryKind.EMAIL, withPrefix(CanaryKind.EMAIL, start), last));
        }

        private boolean isOfDomain(int at) {
            char c = text.charAt(at);
            boolean inside = at + 1 < text.length() && Ascii.isLetterOrDigit(text.charAt(at + 1));
            return Ascii.isLetterOrDigit(c) || ((c == '.' || c == '-') && inside);
        }

        private void group(int start, int end) {
            boolean joined = groupEnd == start - 1 && start > 0 && " -".indexOf(text.charAt(start - 1)) >= 0;
            groups = joined ? groups + 1 : 1;
            groupEnd = end;
            int first = end - GROUPS * GROUP - (GROUPS - 1);
            if (groups >= GROUPS) {
                String units = text.substring(first, end).replace("-", "").replace(" ", "");
                card(first, end, units);
                if (isGenuine(CanaryKind.TEXT, units)) {
                    found.add(new Canary(CanaryKind.TEXT, withPrefix(CanaryKind.TEXT, first), end));
                }
            }
        }

        private void card(int start, int end, String units) {
            int last = units.length() - 1;
            if (units.startsWith(CanaryKind.CARD.prefix())
                    && Luhn.holds(units)
                    && isGenuine(CanaryKind.CARD, units.substring(1, last))) {
                found.add(new Canary(CanaryKind.CARD, start, end));
            }
        }
    }
}
