package io.weir.engine.validate;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The validators that a rule can name. */
public final class Validators {

    private static final Map<String, Validator> GENERAL = Map.ofEntries(
            entry("any", CharSequence::length),
            entry("basic-credential", Validator.whole(BasicCredential::isValid)),
            entry("card", Validator.whole(CardNumber::isValid)),
            entry("card-any-issuer", Validator.whole(CardNumber::isValidForAnyIssuer)),
            entry("crypto-base58", Validator.whole(Base58Check::holds)),
            entry("crypto-bech32", Validator.whole(Bech32::holds)),
            entry("crypto-ethereum", Validator.whole(CryptoAddress::isEthereum)),
            entry("crypto-ripple", Validator.whole(CryptoAddress::isRipple)),
            entry("domain", Validator.whole(DomainName::isPublic)),
            entry("email", Validator.whole(EmailAddress::isValid)),
            entry("hardware-address", Validator.whole(InternetAddress::isHardwareAddress)),
            entry("iban", IbanNumber::accept),
            entry("ipv4", Validator.whole(InternetAddress::isVersion4)),
            entry("ipv6", Validator.whole(InternetAddress::isVersion6)),
            entry("jwt", Validator.whole(JsonWebToken::hasHeader)),
            entry("letters-and-digits", Validator.whole(Randomness::mixesLettersAndDigits)),
            entry("password", Randomness::acceptPassword),
            entry("phone", Validator.whole(PhoneCandidate::isValid)),
            entry("phone-local", Validator.whole(PhoneCandidate::isLocal)),
            entry("phone-national", Validator.whole(PhoneCandidate::isValidNational)),
            entry("phone-possible", Validator.whole(PhoneCandidate::isPossible)),
            entry("phone-varied", Validator.whole(PhoneCandidate::isVaried)),
            entry("token", Randomness::acceptToken),
            entry("url", Validator.whole(DomainName::isInAddress)),
            entry("us-ssn", Validator.whole(SocialSecurityNumber::isIssued)),
            entry("us-ssn-shape", Validator.whole(SocialSecurityNumber::isPossible)));

    private static final Map<String, Validator> BY_NAME = all();

    private Validators() {}

    private static Map<String, Validator> all() {
        Map<String, Validator> all = new HashMap<>(GENERAL);
        Stream.of(
                        EuropeanNumbers.CHECKS,
                        AmericanNumbers.CHECKS,
                        AsianNumbers.CHECKS,
                        SouthernNumbers.CHECKS,
                        ThingNumbers.CHECKS)
                .forEach(checks -> checks.forEach((name, check) -> all.put(name, check.ofText())));
        return Map.copyOf(all);
    }

    /** The names of all validators. */
    public static Set<String> names() {
        return new TreeSet<>(BY_NAME.keySet());
    }

    /**
     * The validator of a name.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static Validator named(String name) {
        Validator validator = BY_NAME.get(name);
        if (validator == null) {
            throw new IllegalArgumentException(
                    "no validator is called '" + name + "'; known: " + new TreeSet<>(BY_NAME.keySet()));
        }
        return validator;
    }
}
