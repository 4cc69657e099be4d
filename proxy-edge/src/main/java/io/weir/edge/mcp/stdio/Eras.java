package io.weir.edge.mcp.stdio;

import io.weir.edge.mcp.era.Carrier;
import io.weir.edge.mcp.era.ModernClient;
import io.weir.edge.mcp.era.OlderClient;
import io.weir.edge.mcp.era.Translated;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.Message.Kind;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out by how a conversation begins whether client and server share an era, and has the rest of it translated if
 * they do not. Until that is known, and where they do, messages go on as they are. Safe to share between threads.
 */
final class Eras implements Words {

    private static final Logger LOG = LoggerFactory.getLogger(Eras.class);
    /** Longest wait for what a server is that has been heard of. */
    private static final long DISCOVERY_MILLIS = 10_000;
    /** Longest wait for one that may still be starting. */
    private static final long START_MILLIS = 50_000;

    private final Translated translated;
    private final Ends ends;
    private final Questions questions;
    private final Words asTheyAre;
    private volatile @Nullable Words words;
    private volatile @Nullable Message introduction;
    private volatile CompletableFuture<Void> deciding = CompletableFuture.completedFuture(null);

    Eras(Translated translated, Ends ends) {
        this.translated = translated;
        this.ends = ends;
        this.questions = new Questions(ends);
        this.asTheyAre = Words.asTheyAre(ends);
        this.words = translated == Translated.NONE ? asTheyAre : null;
    }

    @Override
    public void toServer(Message message, String text) throws IOException, InterruptedException {
        deciding.join();
        Words known = words;
        if (known == null && message.kind() == Kind.REQUEST) {
            known = begun(message);
        }
        (known == null ? asTheyAre : known).toServer(message, text);
    }

    /** How the conversation goes on that a request begins; null if the server's answer will tell. */
    private synchronized @Nullable Words begun(Message message) throws IOException {
        // A call that was held may come here beside another: both wait for the same session.
        if (words == null && message.isModern() && translated == Translated.ALL_CLIENTS) {
            words = forModern(message);
        } else if (!message.isModern() && message.methodName().equals("initialize")) {
            introduction = message;
        }
        return words;
    }

    /** A server that can be discovered speaks the client's era; one that cannot is asked for a session. */
    private Words forModern(Message message) throws IOException {
        Message discovery = modern(message).discovery();
        boolean discovered = questions
                .ask(discovery, DISCOVERY_MILLIS)
                .join()
                .filter(answer -> answer.members().containsKey("result"))
                .isPresent();
        if (discovered) {
            return asTheyAre;
        }
        Message introduced = modern(message).introduction();
        Message greeting = questions
                .ask(introduced, START_MILLIS)
                .join()
                .filter(ModernClient::isWelcome)
                .orElse(null);
        if (greeting == null) {
            return asTheyAre;
        }
        ends.tellServer(ModernClient.INITIALIZED);
        LOG.info("event=mcp_translated client=2026-07-28 server=older");
        return new ModernTalk(greeting, ends, questions);
    }

    private ModernClient modern(Message message) {
        return new ModernClient(message, questions.newId(), Carrier.STREAMS);
    }

    @Override
    public void fromServer(Message told) throws IOException, InterruptedException {
        if (questions.isAnswered(told)) {
            return;
        }
        Message asked = introduction;
        if (words == null
                && asked != null
                && told.kind() == Kind.RESPONSE
                && told.idKey().equals(asked.idKey())) {
            introduced(asked, told);
        } else {
            (words == null ? asTheyAre : words).fromServer(told);
        }
    }

    /** A server that refuses to begin a session is asked whether it speaks 2026-07-28. */
    private void introduced(Message asked, Message told) throws IOException, InterruptedException {
        if (told.members().containsKey("result")) {
            words = asTheyAre;
            asTheyAre.fromServer(told);
            return;
        }
        OlderClient client = new OlderClient(asked, Carrier.STREAMS);
        deciding = questions
                .ask(client.discovery(questions.newId()), DISCOVERY_MILLIS)
                .thenAccept(answer -> greet(client, asked, told, answer));
    }

    private void greet(OlderClient client, Message asked, Message refusal, Optional<Message> answer) {
        Message discovered = answer.filter(OlderClient::isUnderstood).orElse(null);
        try {
            if (discovered == null) {
                words = asTheyAre;
                asTheyAre.fromServer(refusal);
            } else {
                words = new OlderTalk(client, discovered, ends, questions);
                LOG.info("event=mcp_translated client=older server=2026-07-28");
                ends.tellClient(client.greeting(asked, discovered));
            }
        } catch (IOException e) {
            LOG.info(
                    "event=mcp_stream_broken side=client cause={}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<String> taken(String idKey) {
        Words known = words;
        return (known == null ? asTheyAre : known).taken(idKey);
    }

    @Override
    public void refused(Message message) throws IOException, InterruptedException {
        Words known = words;
        if (known != null) {
            known.refused(message);
        }
    }

    /** The server says nothing more. */
    void abandoned() {
        questions.abandon();
    }
}
