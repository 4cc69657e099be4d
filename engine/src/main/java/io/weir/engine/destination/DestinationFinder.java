package io.weir.engine.destination;

import io.weir.engine.command.CommandReader;
import io.weir.engine.command.Transfer;
import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.fingerprint.WebAddress;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.schemas.event.Destination;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the leaves of a call that say where it goes, by member name and by the shape of the value. */
final class DestinationFinder {

    private static final int DESTINATIONS_MAX = 64;
    private static final int NAME_LENGTH_MAX = 80;
    private static final int PLACES_MAX = 8;

    /** An identifier, which may be written in groups; its digits and letters say which one it is. */
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?=(?:[^0-9]{0,80}[0-9]){3})(?:-?[A-Za-z0-9][A-Za-z0-9._-]{5,80}|[+(]{0,2}[0-9][0-9 ().-]{5,30})");

    private static final Pattern MAILBOX =
            Pattern.compile("(?:[^@<>]{0,80}<)?([^\\s@<>\"',;]{1,64}@[^\\s@<>\"',;]{1,255})>?");
    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "(?i)(?:https?://\\S{3,2000}|www\\.\\S{3,2000}|[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}(?:[/:]\\S{0,2000})?)");
    private static final Pattern FULL_WEB_ADDRESS = Pattern.compile("(?i)(?:https?://|www\\.)\\S{3,2000}");
    private static final Pattern INTERNATIONAL_ACCOUNT = Pattern.compile("[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){8,30}");
    private static final Pattern ACCOUNT = Pattern.compile("(?i)[a-z]{2}\\d{2}[ a-z0-9]{8,32}|[0-9 -]{6,34}");

    private final MemberRoles members = new MemberRoles();
    private final CarriedByAddress addresses = new CarriedByAddress();
    private final AudienceTable audiences;

    DestinationFinder(AudienceTable audiences) {
        this.audiences = audiences;
    }

    /**
     * Destinations named in the body, in document order; where there are too many, those that most can see.
     *
     * @param commands those of the body, by {@link #commands}
     */
    List<Destination> find(Payload payload, Map<Leaf, List<Transfer>> commands, Fingerprinter fingerprinter) {
        List<Destination> found = new ArrayList<>();
        for (Leaf leaf : payload.leaves()) {
            DestinationRole role = isArgument(leaf) ? members.of(leaf) : null;
            if (role == DestinationRole.COMMAND) {
                found.addAll(commanded(leaf, commands.getOrDefault(leaf, List.of()), fingerprinter));
            } else if (role != null && role.isAddressed()) {
                found.addAll(destinations(role, leaf, fingerprinter));
            }
        }
        return found.size() <= DESTINATIONS_MAX ? found : mostExposed(found);
    }

    /**
     * Destinations by the shape of whole arguments, whatever their members are called: mailboxes, web addresses with a
     * scheme, accounts with a country's letters. For writes that name none otherwise.
     */
    List<Destination> findByShape(Payload payload, Fingerprinter fingerprinter) {
        List<Destination> found = new ArrayList<>();
        for (Leaf leaf : payload.leaves()) {
            String text = leaf.text().strip();
            boolean place = members.of(leaf) != DestinationRole.CONTENT;
            if (!place || !isArgument(leaf)) {
                continue;
            }
            if (FULL_WEB_ADDRESS.matcher(text).matches()) {
                found.add(url(text, leaf.address(), fingerprinter));
            } else if (INTERNATIONAL_ACCOUNT.matcher(text).matches()) {
                found.add(account(text, leaf.address(), fingerprinter));
            } else {
                mailboxes(text).forEach(mailbox -> found.add(mailbox(mailbox, leaf.address(), fingerprinter)));
            }
        }
        return found.size() <= DESTINATIONS_MAX ? found : mostExposed(found);
    }

    /** What each of the commands in the body sends somewhere, in document order. */
    Map<Leaf, List<Transfer>> commands(Payload payload) {
        Map<Leaf, List<Transfer>> commands = new LinkedHashMap<>();
        for (Leaf leaf : payload.leaves()) {
            if (isArgument(leaf) && members.of(leaf) == DestinationRole.COMMAND) {
                commands.put(leaf, CommandReader.read(leaf.text()));
            }
        }
        return commands;
    }

    /** A tool goes by what its argument says, not by what else can be read out of it. */
    private static boolean isArgument(Leaf leaf) {
        return leaf.address().startsWith("/body") && !leaf.isDerived();
    }

    /** Where a command sends something to. */
    private List<Destination> commanded(Leaf leaf, List<Transfer> transfers, Fingerprinter fingerprinter) {
        String address = leaf.address() + CallReading.COMMAND_MARK;
        return transfers.stream()
                .map(transfer -> MAILBOX.matcher(transfer.target()).matches()
                        ? mailbox(transfer.target(), address, fingerprinter)
                        : url(transfer.target(), address, fingerprinter))
                .distinct()
                .toList();
    }

    /** Addresses of the web addresses in the body that can themselves carry content: in their query or fragment. */
    Set<String> contentCarriers(Payload payload) {
        return payload.leaves().stream()
                .filter(leaf -> leaf.text().indexOf('?') >= 0 || leaf.text().indexOf('#') >= 0)
                .filter(leaf -> WEB_ADDRESS.matcher(leaf.text().strip()).matches())
                .map(Leaf::address)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What web addresses in the body carry. The host of one that is rendered becomes a destination, if it is outside and
     * nothing else of the call is.
     */
    List<Leaf> carried(Payload payload, List<Destination> destinations, Fingerprinter fingerprinter) {
        Set<String> named = destinations.stream().map(Destination::address).collect(Collectors.toUnmodifiableSet());
        boolean inside = destinations.stream().noneMatch(destination -> isOutside(destination));
        List<Leaf> carried = new ArrayList<>();
        for (Leaf leaf : payload.leaves()) {
            if (named.contains(leaf.address())
                    && WEB_ADDRESS.matcher(leaf.text().strip()).matches()) {
                carried.addAll(addresses.leaves(leaf.text().strip(), leaf.address() + CarriedByAddress.MARK + "/0"));
            } else if (isArgument(leaf)) {
                for (CarriedByAddress.Rendered link : CarriedByAddress.rendered(leaf)) {
                    carried.addAll(addresses.leaves(link.url(), link.address()));
                    Destination host = url(link.url(), link.address(), fingerprinter);
                    if (inside && isOutside(host) && destinations.size() < DESTINATIONS_MAX) {
                        destinations.add(host);
                    }
                }
            }
        }
        return carried;
    }

    private static boolean isOutside(Destination destination) {
        return destination.audience().compareTo(Audience.KNOWN) > 0;
    }

    /** The destination of an HTTP call. */
    Destination host(String host, String hostAndPort, String address, Fingerprinter fingerprinter) {
        return new Destination(
                DestinationKind.HOST,
                DestinationLabel.of(DestinationKind.HOST, hostAndPort),
                fingerprinter.hostHash(HostLabels.of(host).parent()),
                audiences.of(host, hostAndPort),
                address,
                fingerprinter.wordHashes(withoutTopLevel(HostLabels.of(host).parent())));
    }

    // A crowd of internal recipients must not hide the one outside.
    private static List<Destination> mostExposed(List<Destination> found) {
        return found.stream()
                .sorted(Comparator.comparing(Destination::audience).reversed())
                .limit(DESTINATIONS_MAX)
                .toList();
    }

    private List<Destination> destinations(DestinationRole role, Leaf leaf, Fingerprinter fingerprinter) {
        List<String> mailboxes = mailboxes(leaf.text());
        if (!mailboxes.isEmpty()) {
            return mailboxes.stream()
                    .map(mailbox -> mailbox(mailbox, leaf.address(), fingerprinter))
                    .toList();
        }
        Destination single = destination(role, leaf, fingerprinter);
        return single == null ? List.of() : List.of(single);
    }

    /** The mailboxes of an address list (RFC 5322, section 3.4), or none where the text holds anything else. */
    private static List<String> mailboxes(String text) {
        List<String> mailboxes = new ArrayList<>();
        for (String part : text.split("[,;]")) {
            Matcher matcher = MAILBOX.matcher(part.strip());
            if (!matcher.matches()) {
                return List.of();
            }
            mailboxes.add(matcher.group(1));
        }
        return mailboxes;
    }

    private @Nullable Destination destination(DestinationRole role, Leaf leaf, Fingerprinter fingerprinter) {
        String text = leaf.text().strip();
        return switch (role) {
            case URL -> WEB_ADDRESS.matcher(text).matches() ? url(text, leaf.address(), fingerprinter) : null;
            case CHANNEL -> named(DestinationKind.CHANNEL, Audience.KNOWN, text, leaf.address(), fingerprinter);
            case ADDRESS -> byName(text, leaf.address(), fingerprinter);
            case ACCOUNT -> ACCOUNT.matcher(text).matches() ? account(text, leaf.address(), fingerprinter) : null;
            case PLACE, COMMAND, CONTENT -> null;
        };
    }

    /**
     * Places inside the system of a tool that a write names, such as a repository. Whoever uses the tool uses them, so
     * only an order to write there makes them suspicious.
     */
    List<Destination> places(Payload payload, Fingerprinter fingerprinter) {
        return payload.leaves().stream()
                .filter(leaf -> isArgument(leaf) && members.of(leaf) == DestinationRole.PLACE)
                .map(leaf ->
                        named(DestinationKind.TOOL, Audience.KNOWN, leaf.text().strip(), leaf.address(), fingerprinter))
                .filter(Objects::nonNull)
                .limit(PLACES_MAX)
                .toList();
    }

    private @Nullable Destination byName(String text, String address, Fingerprinter fingerprinter) {
        if (text.regionMatches(true, 0, "http", 0, 4)
                && WEB_ADDRESS.matcher(text).matches()) {
            return url(text, address, fingerprinter);
        }
        if (ACCOUNT.matcher(text).matches()) {
            return account(text, address, fingerprinter);
        }
        return named(DestinationKind.USER, Audience.EXTERNAL, text, address, fingerprinter);
    }

    private Destination mailbox(String text, String address, Fingerprinter fingerprinter) {
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

    private Destination url(String text, String address, Fingerprinter fingerprinter) {
        String host = WebAddress.host(text);
        return new Destination(
                DestinationKind.URL,
                DestinationLabel.of(DestinationKind.URL, host),
                fingerprinter.hostHash(HostLabels.of(host).parent()),
                audiences.of(host, WebAddress.hostAndPort(text)),
                address,
                fingerprinter.wordHashes(withoutTopLevel(HostLabels.of(host).parent())));
    }

    private static Destination account(String text, String address, Fingerprinter fingerprinter) {
        return new Destination(
                DestinationKind.ACCOUNT,
                DestinationLabel.of(DestinationKind.ACCOUNT, text),
                fingerprinter.hash(ValueKind.IBAN, text),
                Audience.EXTERNAL,
                address,
                List.of());
    }

    private static @Nullable Destination named(
            DestinationKind kind, Audience audience, String text, String address, Fingerprinter fingerprinter) {
        if (text.isEmpty() || text.length() > NAME_LENGTH_MAX) {
            return null;
        }
        return new Destination(
                kind,
                DestinationLabel.of(kind, text),
                fingerprinter.hash(IDENTIFIER.matcher(text).matches() ? ValueKind.IDENTIFIER : ValueKind.WORD, text),
                audience,
                address,
                fingerprinter.wordHashes(text));
    }

    private static String withoutTopLevel(String host) {
        int dot = host.lastIndexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }
}
