package io.weir.edge.envoy;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.weir.platform.config.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets in who shows a token, if one must be shown. Safe to share. */
final class TokenGate implements ServerInterceptor {

    private static final Metadata.Key<String> TOKEN =
            Metadata.Key.of("x-weir-gateway-token", Metadata.ASCII_STRING_MARSHALLER);

    private final List<Secret> tokens;

    TokenGate(List<Secret> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    @Override
    public <I, O> ServerCall.Listener<I> interceptCall(
            ServerCall<I, O> call, Metadata headers, ServerCallHandler<I, O> next) {
        if (tokens.isEmpty() || isKnown(headers.get(TOKEN))) {
            return next.startCall(call, headers);
        }
        call.close(
                Status.UNAUTHENTICATED.withDescription("x-weir-gateway-token is missing or unknown"), new Metadata());
        return new ServerCall.Listener<>() {};
    }

    private boolean isKnown(@Nullable String token) {
        if (token == null) {
            return false;
        }
        Secret presented = Secret.of(token);
        return tokens.stream().filter(presented::equals).count() > 0;
    }
}
