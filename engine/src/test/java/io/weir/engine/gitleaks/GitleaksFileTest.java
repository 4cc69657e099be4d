package io.weir.engine.gitleaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.rule.Rule;
import io.weir.engine.rule.RuleFileException;
import io.weir.engine.rule.RuleWarning;
import io.weir.engine.scan.Scanner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitleaksFileTest {

    private static final String SEMI_GENERIC = """
            [[rules]]
            id = "zonkers-api-key"
            description = "An invented vendor"
            regex = '''(?i)[\\w.-]{0,50}?(?:zonkers|znk[_-]?cloud)(?:[ \\t\\w.-]{0,20})[\\s'"]{0,3}(?:=|>|:{1,3}=|\\|\\||:|=>|\\?=|,)[\\x60'"\\s=]{0,5}([a-f0-9]{16})(?:[\\x60'"\\s;]|\\\\[nr]|$)'''
            entropy = 2
            keywords = ["zonkers", "znk"]
            """;

    private static final String PREFIXED = """
            [[rules]]
            id = "Zonkers_Token"
            regex = '''\\b(znk-(?i)[a-z0-9]{12,}={0,2})(?:[\\x60'"\\s;]|\\\\[nr]|$)'''
            keywords = ["znk-"]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "zonkers_key = \"0123456789abcdef\" ! 0123456789abcdef",
                "ZONKERS.secret: '0123456789abcdef' ! 0123456789abcdef",
                "export my_znk_cloud_token=0123456789ABCDEF ! 0123456789ABCDEF",
                "{\"zonkers\":\"0123456789abcdef\"} ! 0123456789abcdef",
                "zonkers = \"0123456789abcdeg\" ! ~~",
                "zonkers = \"0000000000000000\" ! ~~",
                "bonkers = \"0123456789abcdef\" ! ~~"
            })
    void findsSecretsThatAreToldByAName(String text, String expected) {
        assertThat(found(SEMI_GENERIC, text)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void takesRulesOfNamesForAssignments() {
        assertThat(GitleaksFile.read("own.toml", SEMI_GENERIC).rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.shape().word()).isEqualTo("assignment"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "use znk-ABCdef012345 now ! znk-ABCdef012345",
                "\"znk-abcdef0123456789==\" ! znk-abcdef0123456789==",
                "znk-abcdef012345\\n ! znk-abcdef012345",
                "xznk-abcdef012345 ! ~~",
                "znk-abcdef ! ~~"
            })
    void findsSecretsThatAreToldByAPrefix(String text, String expected) {
        assertThat(found(PREFIXED, text)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void takesTheGroupThatSecretGroupNames() {
        String toml = """
                [[rules]]
                id = "pair"
                regex = '''zonk(user|name)=[a-z]{4,8}:([0-9]{8})'''
                secretGroup = 2
                """;

        assertThat(found(toml, "zonkuser=anna:12345678")).containsExactly("12345678");
    }

    @Test
    void makesOneRuleOfEachAlternativeWithAGroup() {
        String toml = """
                [[rules]]
                id = "either"
                regex = '''zonk-a-([0-9]{8})|zonk-b-([a-f]{8})|zonk-c-[x-z]{8}'''
                """;

        assertThat(GitleaksFile.read("own.toml", toml).rules())
                .extracting(Rule::id)
                .containsExactly("either", "either-2", "either-3");
        assertThat(found(toml, "zonk-b-abcdefab zonk-a-12345678 zonk-c-xyzxyzxy"))
                .containsExactlyInAnyOrder("abcdefab", "12345678", "zonk-c-xyzxyzxy");
    }

    @Test
    void leavesAloneWhatAllowListsCover() {
        String toml = PREFIXED + """
                [[rules.allowlists]]
                regexes = ['''SAMPLE[0-9]+$''']
                stopwords = ["abcabc"]
                [[rules.allowlists]]
                condition = "AND"
                regexes = ['''^znk-q''']
                stopwords = ["qqq"]
                [allowlist]
                stopwords = ["documentation"]
                """;

        assertThat(found(toml, "znk-abcdefSAMPLE123")).isEmpty();
        assertThat(found(toml, "znk-xxABCabcxxxx12")).isEmpty();
        assertThat(found(toml, "znk-documentation1")).isEmpty();
        assertThat(found(toml, "znk-qwertyqqq123")).isEmpty();
        assertThat(found(toml, "znk-qwertyuiop12")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "path = '''\\.env$''' ! 'path'",
                "skipReport = true ! 'skipReport'",
                "colour = \"red\" ! 'colour'",
                "allowlist = {paths = ['''vendor/''']} ! 'paths' or 'commits'",
                "allowlist = {regexes = ['''x'''], regexTarget = \"line\"} ! 'regexTarget = \"line\"'"
            })
    void saysWhatItDoesDifferently(String member, String feature) {
        String toml = SEMI_GENERIC + PREFIXED + member;

        assertThat(GitleaksFile.read("own.toml", toml).warnings())
                .extracting(RuleWarning::message)
                .anySatisfy(message -> assertThat(message)
                        .startsWith("own.toml: rule zonkers-token: ")
                        .contains(feature));
    }

    @Test
    void leavesOutRulesThatOnlyLookAtPaths() {
        GitleaksFile file =
                GitleaksFile.read("own.toml", PREFIXED + "[[rules]]\nid = \"keystore\"\npath = '''\\.jks$'''");

        assertThat(file.rules()).extracting(Rule::id).containsExactly("zonkers-token");
        assertThat(file.warnings()).extracting(RuleWarning::rule).containsExactly("keystore");
    }

    @Test
    void namesAllProblemsAtOnce() {
        String toml = """
                [[rules]]
                id = "open"
                regex = '''zonk(er'''
                [[rules]]
                id = "back"
                regex = '''zonk(er)\\1'''
                [[rules]]
                id = "nothing"
                regex = '''(?:zonker)?'''
                [[rules]]
                id = "missing"
                [[rules]]
                id = "texts"
                regex = '''zonker[0-9]{8}'''
                keywords = "zonker"
                """;

        assertThatThrownBy(() -> GitleaksFile.read("own.toml", toml))
                .isInstanceOfSatisfying(
                        RuleFileException.class,
                        failure -> assertThat(failure.problems())
                                .hasSize(5)
                                .allSatisfy(problem -> assertThat(problem).startsWith("rule ")));
    }

    private static List<String> found(String toml, String text) {
        List<String> found = new ArrayList<>();
        List<Rule> rules = GitleaksFile.read("own.toml", toml).rules();
        try (Scanner.Session session = Scanner.of(rules).open()) {
            session.scan(text, "", (rule, start, end, inContext) -> {
                String value = text.substring(start, end);
                boolean random = io.weir.engine.validate.Randomness.entropy(value) >= rule.entropyMin();
                if (random && rule.validator().accept(value) > 0) {
                    found.add(value);
                }
                return end;
            });
        }
        return found;
    }
}
