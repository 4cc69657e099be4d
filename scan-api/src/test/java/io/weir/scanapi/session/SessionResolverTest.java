package io.weir.scanapi.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.scanapi.access.Caller;
import io.weir.schemas.word.SessionProvenance;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionResolverTest {

    private static final Caller CALLER = Caller.scanning("acme", "0123456789ab");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            field | header | baggage | mcp | trace | field                            | EXPLICIT
            -     | header | baggage | mcp | trace | header                           | EXPLICIT
            -     | -      | baggage | mcp | trace | baggage                          | CONVERSATION
            -     | -      | -       | mcp | trace | mcp                              | MCP_SESSION
            -     | -      | -       | -   | trace | 0af7651916cd43dd8448eb211c80319c | TRACE
            -     | -      | -       | -   | -     | agent:reader:0123456789ab        | AGENT
            """)
    void takesTheBestSource(
            @Nullable String field,
            @Nullable String header,
            @Nullable String baggage,
            @Nullable String mcp,
            @Nullable String trace,
            String expected,
            SessionProvenance provenance) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        put(headers, "X-Weir-Session", header);
        put(headers, "baggage", baggage == null ? null : "a=b, gen_ai.conversation.id=" + baggage + ";p=1");
        put(headers, "Mcp-Session-Id", mcp);
        put(headers, "traceparent", trace == null ? null : TRACE);

        SessionIdentity session =
                SessionResolver.resolve(CALLER, new SessionClaim(field, "reader", "Reader"), headers::get);

        assertThat(session).isEqualTo(new SessionIdentity(expected, provenance));
    }

    @Test
    void passesOverForeignHeadersThatCannotBeIds() {
        Map<String, String> headers =
                Map.of("Mcp-Session-Id", " ", "baggage", "gen_ai.conversation.id=%0A", "traceparent", "garbage");

        SessionIdentity session = SessionResolver.resolve(CALLER, new SessionClaim(null, null, null), headers::get);

        assertThat(session).isEqualTo(new SessionIdentity("agent:default:0123456789ab", SessionProvenance.AGENT));
    }

    @Test
    void tellsAgentsApartByLabelWhereTheyHaveNoId() {
        SessionIdentity session = SessionResolver.resolve(CALLER, new SessionClaim(null, null, "Writer"), name -> null);

        assertThat(session.sessionId()).isEqualTo("agent:Writer:0123456789ab");
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
