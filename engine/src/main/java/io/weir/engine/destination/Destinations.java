package io.weir.engine.destination;

import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.fingerprint.WebAddress;
import io.weir.schemas.event.Destination;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.ValueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes destinations of what addresses say: masked, hashed, and with who sees what goes there.
 *
 * @param audiences who sees what goes to a host or domain
 * @param fingerprinter hashes with the key of the tenant
 */
record Destinations(AudienceTable audiences, Fingerprinter fingerprinter) {

    private static final int NAME_LENGTH_MAX = 80;

    /** The host of an HTTP call. */
    Destination host(String host, String hostAndPort, String address) {
        return host(DestinationKind.HOST, host, hostAndPort, hostAndPort, address);
    }

    /** A web address, which goes by its host. */
    Destination url(String text, String address) {
        String host = WebAddress.host(text);
        return host(DestinationKind.URL, host, WebAddress.hostAndPort(text), host, address);
    }

    private Destination host(DestinationKind kind, String host, String hostAndPort, String shown, String address) {
        String parent = HostLabels.of(host).parent();
        return new Destination(
                kind,
                DestinationLabel.of(kind, shown),
                fingerprinter.hostHash(parent),
                audiences.of(host, hostAndPort),
                address,
                fingerprinter.wordHashes(withoutTopLevel(parent)));
    }

    /** A mailbox, {@code user@domain}. */
    Destination mailbox(String text, String address) {
        int at = text.lastIndexOf('@');
        String domain = text.substring(at + 1);
        return new Destination(
                DestinationKind.EMAIL,
                DestinationLabel.of(DestinationKind.EMAIL, text),
                fingerprinter.hash(ValueKind.EMAIL, text),
                audiences.of(domain, domain),
                address,
                fingerprinter.wordHashes(text.substring(0, at)));
    }

    /** An account that money goes to. */
    Destination account(String text, String address) {
        return new Destination(
                DestinationKind.ACCOUNT,
                DestinationLabel.of(DestinationKind.ACCOUNT, text),
                fingerprinter.hash(ValueKind.IBAN, text),
                Audience.EXTERNAL,
                address,
                List.of());
    }

    /** Somebody or something that goes by a plain name; null where the text is none. */
    @Nullable
    Destination named(DestinationKind kind, Audience audience, String text, String address) {
        if (text.isEmpty() || text.length() > NAME_LENGTH_MAX) {
            return null;
        }
        return new Destination(
                kind,
                DestinationLabel.of(kind, text),
                fingerprinter.hash(AddressForms.isIdentifier(text) ? ValueKind.IDENTIFIER : ValueKind.WORD, text),
                audience,
                address,
                fingerprinter.wordHashes(text));
    }

    private static String withoutTopLevel(String host) {
        int dot = host.lastIndexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }
}
