package io.weir.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorsTest {

    // Two remainders share a check digit, so some changes go unseen.
    private static final Set<String> SHARED = Set.of("th-tnin", "uk-utr");

    /** Numbers that the offices themselves print as samples, or that stand in the documents of the schemes. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ar-cuit | 20-12345678-6",
                "at-svnr | 1237 010180",
                "au-abn | 83 914 571 673",
                "au-acn | 004 085 616",
                "au-tfn | 123 456 782",
                "be-national-number | 85.07.30-033.28",
                "bg-egn | 7523169263",
                "br-cnpj | 11.222.333/0001-81",
                "br-cnpj | 12.ABC.345/01DE-35",
                "br-cpf | 111.444.777-35",
                "ca-sin | 046 454 286",
                "ch-ahv | 756.9217.0769.85",
                "cl-rut | 12.345.678-5",
                "cn-resident-id | 11010519491231002X",
                "cn-uscc | 91110000600037341L",
                "co-nit | 890.903.938-8",
                "crypto-base58 | 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
                "crypto-bech32 | BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
                "crypto-bech32 | bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
                "crypto-ethereum | 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "crypto-ethereum | 0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "crypto-ripple | rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
                "cz-birth-number | 736028/5163",
                "de-document | L898902C36",
                "de-health-insurance | X110411319",
                "de-social-security | 65 170839 J 003",
                "de-tax-id | 86 095 742 719",
                "de-vat-id | DE129274202",
                "ee-lt-personal-code | 36805280109",
                "es-cif | A58818501",
                "es-nie | X2482300W",
                "es-nif | 54362315K",
                "fi-hetu | 131052-308T",
                "fr-nir | 2 55 08 14 168 025 38",
                "fr-siren | 732 829 320",
                "gr-afm | 094259216",
                "gr-amka | 01013099997",
                "hk-id | A123456(3)",
                "hk-id | G123456(A)",
                "hr-oib | 33392005961",
                "hu-taj | 123 456 788",
                "hu-tax-id | 8071592153",
                "ie-pps | 1234567T",
                "il-id | 039337423",
                "in-aadhaar | 2341 2341 2346",
                "in-gstin-checked | 27AAPFU0939F1ZV",
                "it-fiscal-code | RSSMRA85T10A562S",
                "it-vat-code | 00743110157",
                "jp-my-number | 1234 5678 9018",
                "kr-brn | 116-82-00276",
                "luhn | 490154203237518",
                "lv-personal-code | 161175-19997",
                "mx-clabe | 032180000118359719",
                "mx-curp | HEGG560427MVZRRL04",
                "mx-rfc | GODE561231GR8",
                "nl-bsn | 111222333",
                "no-birth-number | 151086 95088",
                "nz-ird | 49-091-850",
                "nz-nhi | ZZZ0016",
                "pe-ruc | 20131312955",
                "pl-nip | 856-734-62-15",
                "pl-pesel | 02070803628",
                "pl-regon | 192598184",
                "pt-nif | 123 456 789",
                "ro-cnp | 1800101221144",
                "se-personal-number | 811228-9874",
                "sg-nric | S1234567D",
                "sg-nric | F1234567N",
                "sg-nric | M1234567K",
                "sg-uen | 00192200M",
                "sg-uen | 197401143C",
                "sg-uen | S16FC0121D",
                "si-emso | 0101006500006",
                "th-tnin | 1-2345-67890-12-1",
                "tr-national-id | 17291716060",
                "tw-id | A123456789",
                "uk-nhs | 943 476 5919",
                "uk-utr | 1955839661",
                "ups-tracking | 1Z999AA10123456784",
                "us-aba-routing | 021000021",
                "us-dea | AB1234563",
                "us-npi | 1234567893",
                "vin | 1M8GDM9AXKP042788",
                "za-id | 8001015009087"
            })
    void acceptsAPublishedNumberAndRefusesItWithOneDigitChanged(String name, String number) {
        Validator validator = Validators.named(name);
        assertThat(validator.accept(number)).isEqualTo(number.length());
        for (int i = 0; i < number.length(); i++) {
            if (Ascii.isDigit(number.charAt(i)) && !SHARED.contains(name)) {
                assertThat(validator.accept(changed(number, i)))
                        .as("place %d", i)
                        .isZero();
            }
        }
    }

    private static String changed(String number, int place) {
        char digit = number.charAt(place) == '9' ? '0' : (char) (number.charAt(place) + 1);
        return number.substring(0, place) + digit + number.substring(place + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "255.255.255.255", "10.0.0.0/8"})
    void acceptsAddressesOfVersion4(String address) {
        assertThat(InternetAddress.isVersion4(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.256", "192.0.2", "192.0.2.1.1", "192.0.2.01", "", "...", "1..2.3"})
    void refusesWhatIsNoAddressOfVersion4(String text) {
        assertThat(InternetAddress.isVersion4(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "2001:db8::8:800:200c:417a", "::ffff:129.144.52.38", "fe80::1%eth0/64", "::"})
    void acceptsAddressesOfVersion6(String address) {
        assertThat(InternetAddress.isVersion6(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", ":1:2", "1:2:3", "g::1", "1:2:3:4:5:6:7:8::"})
    void refusesWhatIsNoAddressOfVersion6(String text) {
        assertThat(InternetAddress.isVersion6(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weir.test", "mail.weir.co.uk", "weir.photography", "xn--80ak6aa92e.com", "a.xn--p1ai"})
    void acceptsNamesThatMailCanBeSentTo(String name) {
        assertThat(DomainName.isReachable(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2x.png", "co.uk", "weir.nosuchtld", "-a.com", "", ".", "a..com"})
    void refusesOtherNames(String name) {
        assertThat(DomainName.isReachable(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 9, 10, 11, 12, 13, 18})
    void noValidatorThrowsWhateverItIsGiven(int length) {
        Property.runs(12).check(Texts.utf16(), text -> {
            String letters = text.chars()
                    .limit(length)
                    .mapToObj(c -> String.valueOf((char) (c % 3 == 0 ? 'A' + c % 26 : '0' + c % 10)))
                    .reduce("", String::concat);
            for (String name : Validators.names()) {
                assertThatCode(() -> Validators.named(name).accept(letters))
                        .as(name)
                        .doesNotThrowAnyException();
                assertThatCode(() -> Validators.named(name).accept(text))
                        .as(name)
                        .doesNotThrowAnyException();
            }
        });
    }
}
