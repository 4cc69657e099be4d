package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.Span;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinkTitleTest {

    private static final ToolCall CALL = new ToolCall("POST", "send_note", "tools/call", Verb.WRITE, List.of(), 90);
    private static final List<Match> COPIED =
            List.of(new Match(null, new Span("/body/text", 0, 40), new Span("/body/note", 3, 43), "xxx"));

    @Test
    void saysWhatWasCopied() {
        assertThat(LinkTitle.of(CALL, link("read", 0.5, COPIED)))
                .isEqualTo("40 characters read with read_page stand in a call of send_note to send_note");
        assertThat(LinkTitle.of(CALL, link("read", 0, COPIED)))
                .isEqualTo("values read with read_page stand in a call of send_note to send_note");
    }

    @Test
    void saysThatAnOrderWasObeyedWhereNothingWasCopied() {
        assertThat(LinkTitle.of(CALL, link("read", 0, List.of())))
                .isEqualTo("a call of send_note to send_note obeys an order read with read_page");
    }

    @Test
    void saysThatACommandReadsAndSends() {
        assertThat(LinkTitle.of(CALL, link("write", 0, List.of())))
                .isEqualTo("a command run with send_note reads something and sends it to send_note");
    }

    private static Link link(String source, double sinkContainment, List<Match> matches) {
        return new Link(
                source,
                "read_page",
                0,
                "write",
                Tier.ALERT,
                0.6,
                List.of(),
                DestinationProvenance.UNKNOWN,
                40,
                sinkContainment,
                0.4,
                matches,
                0,
                List.of(),
                null);
    }
}
