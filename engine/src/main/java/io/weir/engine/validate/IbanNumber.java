package io.weir.engine.validate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** International bank account numbers: length of the country and remainder 1 modulo 97 (ISO 13616-1). */
final class IbanNumber {

    // The IBAN registry (SWIFT), as country code and length, and the countries that use the form without being in it.
    private static final Map<String, Integer> LENGTHS = parse("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 "
            + "BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 "
            + "GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 "
            + "ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 "
            + "SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 "
            + "AO25 AX18 BL27 CV25 GA27 GF27 GG22 GP27 IM22 IR26 JE22 MA28 MF27 MQ27 MZ25 NC27 PF27 PM27 RE27 SN28 TF27 "
            + "WF27 YT27");

    private IbanNumber() {}

    /** Units from the start that form an IBAN, blanks between its characters included; 0 for none. */
    static int accept(CharSequence text) {
        if (text.length() < 2) {
            return 0;
        }
        int length = LENGTHS.getOrDefault(text.subSequence(0, 2).toString().toUpperCase(Locale.ROOT), 0);
        int end = endOf(text, length);
        return length > 0 && end > 0 && remainder(text, end) == 1 ? end : 0;
    }

    /** Number of characters in the IBANs of a country, by its two-letter code. */
    static Map<String, Integer> lengths() {
        return Map.copyOf(LENGTHS);
    }

    private static int endOf(CharSequence text, int length) {
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Ascii.isLetterOrDigit(text.charAt(i)) && ++seen == length) {
                boolean runsOn = i + 1 < text.length() && Ascii.isLetterOrDigit(text.charAt(i + 1));
                return runsOn ? 0 : i + 1;
            }
        }
        return 0;
    }

    private static int remainder(CharSequence text, int end) {
        StringBuilder moved = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            if (Ascii.isLetterOrDigit(text.charAt(i))) {
                moved.append(text.charAt(i));
            }
        }
        moved.append(moved, 0, 4).delete(0, 4);
        int remainder = 0;
        for (int i = 0; i < moved.length(); i++) {
            int value = Character.digit(moved.charAt(i), 36);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return remainder;
    }

    private static Map<String, Integer> parse(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : table.split(" ")) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return lengths;
    }
}
