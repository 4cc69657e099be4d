package io.weir.engine.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.word.Verb;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbTableTest {

    private final VerbTable verbs = new VerbTable();

    @ParameterizedTest
    @CsvSource({
        "read_file, READ",
        "getUserProfile, READ",
        "list-channels, READ",
        "mailbox.search, READ",
        "send_email, WRITE",
        "createIssue, WRITE",
        "grant_access, ADMIN",
        "revokeToken, ADMIN",
        "frobnicate, WRITE",
        "custom_proxy, WRITE"
    })
    void theFirstTellingWordOfAToolsNameDecides(String tool, Verb verb) {
        assertThat(verbs.ofTool(tool)).isEqualTo(verb);
    }

    @ParameterizedTest
    @CsvSource({"GET, READ", "head, READ", "OPTIONS, READ", "POST, WRITE", "PUT, WRITE", "DELETE, WRITE", "X-NEW, WRITE"
    })
    void safeMethodsRead(String method, Verb verb) {
        assertThat(verbs.ofMethod(method)).isEqualTo(verb);
    }
}
