package io.weir.engine.destination;

import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.schemas.event.Destination;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what of one call says where it goes, by member name and by the shape of the value. */
final class DestinationFinder {

    private static final int DESTINATIONS_MAX = 64;
    private static final int PLACES_MAX = 8;

    private static final CarriedByAddress ADDRESSES = new CarriedByAddress();

    private final Destinations destinations;

    DestinationFinder(Destinations destinations) {
        this.destinations = destinations;
    }

    /** Destinations that arguments name, in document order; where there are too many, those that most can see. */
    List<Destination> find(List<Argument> arguments) {
        List<Destination> found = new ArrayList<>();
        for (Argument argument : arguments) {
            DestinationRole role = argument.role();
            if (role == DestinationRole.COMMAND) {
                found.addAll(commanded(argument));
            } else if (role != null && role.isAddressed()) {
                found.addAll(addressed(role, argument));
            }
        }
        return mostExposed(found);
    }

    /** Where a command sends something to. */
    private List<Destination> commanded(Argument command) {
        String address = command.address() + CallReading.COMMAND_MARK;
        return command.transfers().stream()
                .map(transfer -> target(transfer.target(), address))
                .distinct()
                .toList();
    }

    private Destination target(String target, String address) {
        return AddressForms.isMailbox(target)
                ? destinations.mailbox(target, address)
                : destinations.url(target, address);
    }

    private List<Destination> addressed(DestinationRole role, Argument argument) {
        List<Destination> mailboxes = mailboxes(argument.text(), argument.address());
        Destination single = mailboxes.isEmpty() ? single(role, argument.text().strip(), argument.address()) : null;
        return single == null ? mailboxes : List.of(single);
    }

    private List<Destination> mailboxes(String text, String address) {
        return AddressForms.mailboxes(text).stream()
                .map(mailbox -> destinations.mailbox(mailbox, address))
                .toList();
    }

    private @Nullable Destination single(DestinationRole role, String text, String address) {
        return switch (role) {
            case URL -> AddressForms.isWebAddress(text) ? destinations.url(text, address) : null;
            case CHANNEL -> destinations.named(DestinationKind.CHANNEL, Audience.KNOWN, text, address);
            case ADDRESS -> person(text, address);
            case ACCOUNT -> AddressForms.isAccount(text) ? destinations.account(text, address) : null;
            case PLACE, COMMAND, CONTENT -> null;
        };
    }

    private @Nullable Destination person(String text, String address) {
        if (text.regionMatches(true, 0, "http", 0, 4) && AddressForms.isWebAddress(text)) {
            return destinations.url(text, address);
        }
        return AddressForms.isAccount(text)
                ? destinations.account(text, address)
                : destinations.named(DestinationKind.USER, Audience.EXTERNAL, text, address);
    }

    /**
     * Destinations by the shape of whole arguments, whatever their members are called: mailboxes, web addresses with a
     * scheme, accounts with a country's letters. For writes that name none otherwise.
     */
    List<Destination> findByShape(List<Argument> arguments) {
        List<Destination> found = new ArrayList<>();
        for (Argument argument : arguments) {
            if (argument.role() != DestinationRole.CONTENT) {
                found.addAll(byShape(argument.text().strip(), argument.address()));
            }
        }
        return mostExposed(found);
    }

    private List<Destination> byShape(String text, String address) {
        if (AddressForms.isFullWebAddress(text)) {
            return List.of(destinations.url(text, address));
        }
        return AddressForms.isInternationalAccount(text)
                ? List.of(destinations.account(text, address))
                : mailboxes(text, address);
    }

    // A crowd of internal recipients must not hide the one outside.
    private static List<Destination> mostExposed(List<Destination> found) {
        return found.size() <= DESTINATIONS_MAX
                ? found
                : found.stream()
                        .sorted(Comparator.comparing(Destination::audience).reversed())
                        .limit(DESTINATIONS_MAX)
                        .toList();
    }

    /**
     * Places inside the system of a tool that a write names, such as a repository. Whoever uses the tool uses them, so
     * only an order to write there makes them suspicious.
     */
    List<Destination> places(List<Argument> arguments) {
        return arguments.stream()
                .filter(argument -> argument.role() == DestinationRole.PLACE)
                .map(place -> destinations.named(
                        DestinationKind.TOOL, Audience.KNOWN, place.text().strip(), place.address()))
                .filter(Objects::nonNull)
                .limit(PLACES_MAX)
                .toList();
    }

    /** Addresses of the web addresses in the body that can themselves carry content: in their query or fragment. */
    static Set<String> contentCarriers(Payload payload) {
        return payload.leaves().stream()
                .filter(leaf -> leaf.text().indexOf('?') >= 0 || leaf.text().indexOf('#') >= 0)
                .filter(leaf -> AddressForms.isWebAddress(leaf.text().strip()))
                .map(Leaf::address)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What web addresses in the body carry. The host of one that is rendered becomes a destination, if it is outside
     * and nothing else of the call is.
     */
    List<Leaf> carried(Payload payload, List<Destination> found) {
        Set<String> named = found.stream().map(Destination::address).collect(Collectors.toUnmodifiableSet());
        boolean inside = found.stream().noneMatch(DestinationFinder::isOutside);
        List<Leaf> carried = new ArrayList<>();
        for (Leaf leaf : payload.leaves()) {
            String text = leaf.text().strip();
            if (named.contains(leaf.address()) && AddressForms.isWebAddress(text)) {
                carried.addAll(ADDRESSES.leaves(text, leaf.address() + CarriedByAddress.MARK + "/0"));
            } else if (ArgumentReader.isArgument(leaf)) {
                for (CarriedByAddress.Rendered link : CarriedByAddress.rendered(leaf)) {
                    carried.addAll(ADDRESSES.leaves(link.url(), link.address()));
                    Destination host = destinations.url(link.url(), link.address());
                    if (inside && isOutside(host) && found.size() < DESTINATIONS_MAX) {
                        found.add(host);
                    }
                }
            }
        }
        return carried;
    }

    private static boolean isOutside(Destination destination) {
        return destination.audience().compareTo(Audience.KNOWN) > 0;
    }
}
