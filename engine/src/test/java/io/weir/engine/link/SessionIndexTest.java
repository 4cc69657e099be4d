package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Verb;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionIndexTest {

    private static final int ASKED_UNTIL_INDEXED = 20;

    // Few hashes, and texts that repeat one more often than is looked at.
    private static final Gen<List<Integer>> HASHES =
            Generators.lists(choices -> choices.coin() ? 0 : choices.below(12), 0, 60);

    @Test
    void findsTheSameWhetherReadsAreGoneThroughOrIndexed() {
        Gen<List<List<Integer>>> histories = Generators.lists(HASHES, 1, 6);
        Property.runs(300).check(histories, texts -> {
            Write write = write(texts.get(0));
            SessionIndex index = new SessionIndex();
            for (int i = 1; i < texts.size(); i++) {
                index.add(read(i, texts.get(i)));
            }
            Map<Integer, List<Hit>> goneThrough = index.hits(write);
            for (int i = 0; i < ASKED_UNTIL_INDEXED; i++) {
                assertThat(index.hits(write)).isEqualTo(goneThrough);
            }
            // What is read afterwards is gone through beside what is indexed.
            SessionRead late = read(
                    0,
                    texts.get(texts.size() - 1)
                            .subList(0, texts.get(texts.size() - 1).size() / 2));
            SessionIndex anew = new SessionIndex();
            index.reads().forEach(anew::add);
            index.add(late);
            anew.add(late);
            assertThat(index.hits(write)).isEqualTo(anew.hits(write));
        });
    }

    @Test
    void looksAtSixteenRepeatsOnEitherSide() {
        SessionIndex index = new SessionIndex();
        index.add(read(1, IntStream.range(0, 40).map(i -> 7).boxed().toList()));

        Write write = write(IntStream.range(0, 30).map(i -> 7).boxed().toList());
        List<Hit> hits = index.hits(write).getOrDefault(0, List.of());

        assertThat(hits).hasSize(16 * 16);
        assertThat(hits.get(0)).isEqualTo(new Hit(null, 0, 390, 395, 0, 0, 5, 1));
        assertThat(hits.get(255)).isEqualTo(new Hit(null, 0, 240, 245, 0, 150, 155, 1));
    }

    private static SessionRead read(int number, List<Integer> hashes) {
        return new SessionRead(
                "event-" + number,
                "trace-" + number,
                "files",
                number,
                null,
                List.of(),
                List.of(),
                List.of("/text"),
                prints(hashes),
                List.of());
    }

    private static Write write(List<Integer> hashes) {
        ToolCall call = new ToolCall("mail", "send", "POST", Verb.WRITE, List.<Destination>of(), 0);
        return new Write("acme|s", "trace", call, List.of(), prints(hashes), List.of(), null);
    }

    private static List<Print> prints(List<Integer> hashes) {
        return IntStream.range(0, hashes.size())
                .mapToObj(i -> new Print(hashes.get(i), 0, 10 * i, 10 * i + 5))
                .toList();
    }
}
