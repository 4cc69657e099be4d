package io.weir.benchmarks.edge;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;

/** A client that asks by {@code ext_authz} as Envoy does, with the body of the call. */
final class EnvoyWire implements Wire {

    private static final int OK_RESPONSE = 3;

    private static final MethodDescriptor<ByteString, ByteString> CHECK =
            MethodDescriptor.<ByteString, ByteString>newBuilder()
                    .setType(MethodType.UNARY)
                    .setFullMethodName("envoy.service.auth.v3.Authorization/Check")
                    .setRequestMarshaller(bytes())
                    .setResponseMarshaller(bytes())
                    .build();

    private final ManagedChannel channel;
    private final ByteString question;

    EnvoyWire(int port, String session, String json) {
        this.channel = NettyChannelBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
                .usePlaintext()
                .build();
        this.question = question(session, json);
    }

    /** Field numbers of {@code CheckRequest} and {@code AttributeContext}, from their definitions. */
    private static ByteString question(String session, String json) {
        ByteString body = ByteString.copyFromUtf8(json);
        UnknownFieldSet.Builder http = UnknownFieldSet.newBuilder()
                .mergeField(2, text("POST"))
                .mergeField(4, text("/records"))
                .mergeField(5, text("api.example.com"))
                .mergeField(6, text("https"))
                .mergeField(12, Field.newBuilder().addLengthDelimited(body).build());
        Map<String, String> headers = Map.of(
                "content-type",
                "application/json",
                "content-length",
                String.valueOf(body.size()),
                "x-weir-session",
                session);
        headers.forEach((name, value) -> http.mergeField(
                3,
                message(UnknownFieldSet.newBuilder().mergeField(1, text(name)).mergeField(2, text(value)))));
        UnknownFieldSet.Builder request = UnknownFieldSet.newBuilder().mergeField(2, message(http));
        UnknownFieldSet.Builder attributes = UnknownFieldSet.newBuilder().mergeField(4, message(request));
        return UnknownFieldSet.newBuilder()
                .mergeField(1, message(attributes))
                .build()
                .toByteString();
    }

    private static Field text(String text) {
        return Field.newBuilder()
                .addLengthDelimited(ByteString.copyFromUtf8(text))
                .build();
    }

    private static Field message(UnknownFieldSet.Builder fields) {
        return Field.newBuilder()
                .addLengthDelimited(fields.build().toByteString())
                .build();
    }

    private static MethodDescriptor.Marshaller<ByteString> bytes() {
        return new MethodDescriptor.Marshaller<>() {
            @Override
            public InputStream stream(ByteString value) {
                return value.newInput();
            }

            @Override
            public ByteString parse(InputStream stream) {
                try {
                    return ByteString.readFrom(stream);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    @Override
    public void call() throws IOException {
        ByteString answer = ClientCalls.blockingUnaryCall(channel, CHECK, CallOptions.DEFAULT, question);
        if (!UnknownFieldSet.parseFrom(answer).hasField(OK_RESPONSE)) {
            throw new IOException("the edge does not let the call pass");
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
