package io.weir.scanapi.notice;

import io.weir.platform.net.PublicAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;

/** Where posts may go that the configuration names. */
final class Outward {

    private Outward() {}

    /**
     * Checks a URL of the configuration.
     *
     * @throws IllegalArgumentException if it is not safe
     */
    static void check(String url, boolean privatePermitted) {
        URI uri = URI.create(url);
        boolean http = "http".equals(uri.getScheme()) && privatePermitted;
        if (uri.getHost() == null || !("https".equals(uri.getScheme()) || http) || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("a URL must be https, and without a user");
        }
    }

    /** The first address of the host of a URL, all of which must be permitted. */
    static InetAddress address(URI url, boolean privatePermitted) throws IOException {
        InetAddress[] addresses = InetAddress.getAllByName(url.getHost());
        for (InetAddress address : addresses) {
            InetAddress effective = PublicAddresses.effective(address);
            boolean permitted =
                    PublicAddresses.isPublic(effective) || (privatePermitted && !PublicAddresses.isMetadata(effective));
            if (!permitted) {
                throw new AddressRefused();
            }
        }
        return addresses[0];
    }

    /** The URL leads where it may not. */
    private static final class AddressRefused extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
