package io.weir.engine.validate;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeSet;

/** The validators that a rule can name. */
public final class Validators {

    private static final Map<String, Validator> BY_NAME = Map.ofEntries(
            entry("any", CharSequence::length),
            entry("basic-credential", Validator.whole(BasicCredential::isValid)),
            entry("card", Validator.whole(CardNumber::isValid)),
            entry("card-any-issuer", Validator.whole(CardNumber::isValidForAnyIssuer)),
            entry("email", Validator.whole(EmailAddress::isValid)),
            entry("iban", IbanNumber::accept),
            entry("jwt", Validator.whole(JsonWebToken::hasHeader)),
            entry("letters-and-digits", Validator.whole(Randomness::mixesLettersAndDigits)),
            entry("password", Randomness::acceptPassword),
            entry("phone", Validator.whole(PhoneCandidate::isValid)),
            entry("phone-national", Validator.whole(PhoneCandidate::isValidNational)),
            entry("phone-possible", Validator.whole(PhoneCandidate::isPossible)),
            entry("token", Randomness::acceptToken),
            entry("us-ssn", Validator.whole(SocialSecurityNumber::isIssued)),
            entry("us-ssn-shape", Validator.whole(SocialSecurityNumber::isPossible)));

    private Validators() {}

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
