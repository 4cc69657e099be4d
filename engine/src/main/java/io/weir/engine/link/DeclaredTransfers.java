package io.weir.engine.link;

import io.weir.engine.command.Transfer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.Link;
import io.weir.schemas.word.Audience;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The link of a call with itself: a command that reads a file and sends it leaves no content to compare, but says what
 * it does. Weighed as other links are, with the names of what is read in place of content.
 */
public final class DeclaredTransfers {

    /** Names of files and of programs' output that speak of secrets, as systems and their tools use them. */
    private static final Pattern GRAVE = Pattern.compile(
            "(?i)(?:^|[/\\\\.~_-])(?:ssh|gnupg|aws|azure|kube|docker|env|pgpass|netrc|npmrc|pypirc|shadow|passwd|htpasswd|keychain|wallet"
                    + "|vault|cookies|history)(?:$|[/\\\\._-])"
                    + "|(?:^|[^a-z])(?:id_(?:rsa|dsa|ecdsa|ed25519)|credentials?|secrets?|passwords?|passwd|tokens?|apikeys?|master|private|kubeconfig"
                    + "|printenv|env|mysqldump|pg_dump|pg_dumpall|mongodump|crontab|security)(?:$|[^a-z])"
                    + "|\\.(?:pem|key|p12|pfx|jks|kdbx|keystore|ppk|asc|ovpn|env|sql|dump|bak)$");

    private DeclaredTransfers() {}

    /**
     * The links of a call and the one with itself, the strongest first, at most 8. The state is only read.
     *
     * @param transfers what the commands of the call send
     * @param timeMillis event time of the call
     */
    public static List<Link> beside(
            List<Link> links, StateTable state, Write write, List<Transfer> transfers, long timeMillis) {
        List<String> sources = transfers.stream()
                .flatMap(transfer -> transfer.sources().stream())
                .toList();
        if (sources.isEmpty() || write.call().audience() == Audience.INTERNAL) {
            return links;
        }
        SessionIndex index = new SessionMemory(state, write.sessionKey()).index();
        DestinationView destination = DestinationView.of(SessionLinker.withoutRequested(write), index);
        boolean grave =
                sources.stream().anyMatch(source -> GRAVE.matcher(source).find());
        LinkScore score = LinkScorer.declared(grave, destination, write.request() != null);
        return Stream.concat(Stream.of(link(write, timeMillis, score, destination)), links.stream())
                .sorted(SessionLinker.STRONGEST_FIRST)
                .limit(SessionLinker.LINKS_MAX)
                .toList();
    }

    private static Link link(Write write, long timeMillis, LinkScore score, DestinationView destination) {
        return new Link(
                write.traceId(),
                write.call().tool(),
                timeMillis,
                write.traceId(),
                score.tier(),
                score.score(),
                List.of(),
                destination.provenance(),
                0,
                0,
                0,
                List.of(),
                0,
                score.reasons(),
                null);
    }
}
