package io.weir.edge.upstream;

import io.weir.schemas.error.ErrorCode;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** The upstream could not be reached, may not be reached, or did not send a whole response. */
public final class UpstreamUnreachable extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    UpstreamUnreachable(String detail, Throwable cause) {
        this(ErrorCode.UPSTREAM_UNREACHABLE, detail, cause);
    }

    private UpstreamUnreachable(ErrorCode code, String detail, Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    /** No response came, for this cause. */
    static UpstreamUnreachable because(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof AddressForbidden) {
                return new UpstreamUnreachable(ErrorCode.UPSTREAM_FORBIDDEN, AddressGuard.REFUSAL, cause);
            }
        }
        return new UpstreamUnreachable("No response: " + why(cause) + ".", cause);
    }

    /** In words of ours: the messages of exceptions may quote the call. */
    private static String why(Throwable cause) {
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return "the name of the host is not known here";
        }
        if (cause instanceof SSLException) {
            return "no TLS connection could be made, as where the certificate is not trusted";
        }
        if (cause instanceof ConnectException) {
            return "nothing takes connections at this host and port";
        }
        if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
            return "it took too long";
        }
        return cause instanceof EOFException
                ? "the connection was closed"
                : cause.getClass().getSimpleName();
    }

    /** {@code UPSTREAM_UNREACHABLE}, or {@code UPSTREAM_FORBIDDEN} if its address may not be connected to. */
    public ErrorCode code() {
        return code;
    }

    /** Whether a connection that there was is gone. */
    boolean isConnectionLost() {
        Throwable cause = getCause();
        return cause instanceof EOFException
                || cause instanceof ClosedChannelException
                || (cause instanceof SocketException && !(cause instanceof ConnectException));
    }

    /** What happened; holds nothing of the call. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
