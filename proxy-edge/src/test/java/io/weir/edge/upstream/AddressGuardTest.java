package io.weir.edge.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static boolean permits(List<String> entries, String address) throws Exception {
        return AddressGuard.permitting(entries).permits("some.host", 80, InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.255.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "198.19.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::169.254.169.254",
                "64:ff9b:1::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
            })
    void refusesWhatIsNotOnTheOpenInternet(String address) throws Exception {
        assertThat(permits(List.of(), address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.0",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::8.8.8.8",
            })
    void permitsTheOpenInternet(String address) throws Exception {
        assertThat(permits(List.of(), address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,         10.1.2.3,           true",
        "10.0.0.0/8,         11.1.2.3,           true",
        "10.0.0.0/8,         192.168.0.1,        false",
        "127.0.0.1,          127.0.0.1,          true",
        "127.0.0.1,          127.0.0.2,          false",
        "127.0.0.1,          ::ffff:127.0.0.1,   true",
        "127.0.0.1,          64:ff9b::7f00:1,    true",
        "fd00::/8,           fd12::1,            true",
        "some.host,          10.1.2.3,           true",
        "some.host:80,       10.1.2.3,           true",
        "some.host:81,       10.1.2.3,           false",
        ".host,              10.1.2.3,           true",
        "other.host,         10.1.2.3,           false",
        "169.254.0.0/16,     169.254.1.1,        true",
        "169.254.0.0/16,     169.254.169.254,    false",
        "some.host,          169.254.169.254,    false",
        "169.254.169.254,    169.254.169.254,    true",
        "fd00::/8,           fd00:ec2::254,      false",
    })
    void permitsWhatTheOperatorListsAndCredentialsOnlyOneByOne(String entry, String address, boolean permitted)
            throws Exception {
        assertThat(permits(List.of(entry), address)).isEqualTo(permitted);
    }

    @Test
    void judgesTheAddressesThatAreConnectedToEachTimeAnew() throws Exception {
        // Given a name whose address changes between two looks
        InetSocketAddress open = new InetSocketAddress(InetAddress.getByName("1.1.1.1"), 80);
        InetSocketAddress inner = new InetSocketAddress(InetAddress.getByName("10.0.0.1"), 80);
        var answers = Stream.of(List.of(inner, open), List.of(inner)).iterator();
        SocketAddressResolver names = new SocketAddressResolver() {
            @Override
            public void resolve(
                    String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
                promise.succeeded(answers.next());
            }
        };
        GuardedResolver resolver = new GuardedResolver(names, AddressGuard.permitting(List.of()));

        // When it is looked up twice
        CompletableFuture<List<InetSocketAddress>> first = resolve(resolver);
        CompletableFuture<List<InetSocketAddress>> second = resolve(resolver);

        // Then only the open address can be connected to
        assertThat(first).isCompletedWithValue(List.of(open));
        assertThat(second).isCompletedExceptionally();
    }

    private static CompletableFuture<List<InetSocketAddress>> resolve(SocketAddressResolver resolver) {
        Promise.Completable<List<InetSocketAddress>> addresses = new Promise.Completable<>();
        resolver.resolve("rebinding.example", 80, Map.of(), addresses);
        return addresses;
    }
}
