package io.weir.edge.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.weir.edge.gateway.FakeScanApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes in the place of messages, by a client of gRPC's own. */
class UnreadableMessageTest {

    private static final byte[] NO_MESSAGE = {(byte) 0xff, (byte) 0xff, 1, 2, 3};
    private static final String CHECK = "envoy.service.auth.v3.Authorization/Check";
    private static final String PROCESS = "envoy.service.ext_proc.v3.ExternalProcessor/Process";

    private final Logger grpc = Logger.getLogger("io.grpc");
    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                logged.add(entry);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private FakeScanApi scanApi;
    private TestEdge edge;
    private ManagedChannel channel;

    @BeforeEach
    void start() throws Exception {
        scanApi = FakeScanApi.start();
        edge = TestEdge.start(scanApi.url(), Map.of("calls_max", "1"));
        channel = NettyChannelBuilder.forAddress(new InetSocketAddress("127.0.0.1", edge.port()))
                .usePlaintext()
                .build();
        grpc.addHandler(listening);
    }

    @AfterEach
    void stop() {
        grpc.removeHandler(listening);
        channel.shutdownNow();
        edge.close();
        scanApi.close();
    }

    private static MethodDescriptor<byte[], byte[]> method(String name, MethodType type) {
        MethodDescriptor.Marshaller<byte[]> bytes = new MethodDescriptor.Marshaller<>() {
            @Override
            public InputStream stream(byte[] value) {
                return new ByteArrayInputStream(value);
            }

            @Override
            public byte[] parse(InputStream stream) {
                try {
                    return stream.readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        return MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(type)
                .setFullMethodName(name)
                .setRequestMarshaller(bytes)
                .setResponseMarshaller(bytes)
                .build();
    }

    @Test
    void tellsWhoeverAsksForADecision() {
        StatusRuntimeException refused = Assertions.catchThrowableOfType(
                StatusRuntimeException.class,
                () -> ClientCalls.blockingUnaryCall(
                        channel, method(CHECK, MethodType.UNARY), CallOptions.DEFAULT, NO_MESSAGE));

        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refused.getStatus().getDescription()).isEqualTo("not a message of this service");
        assertThat(logged).extracting(LogRecord::getMessage).isEmpty();
        assertThat(scanApi.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void endsAConversationAndGivesItsPlaceToTheNext(int messages) throws Exception {
        CompletableFuture<Status> end = new CompletableFuture<>();
        StreamObserver<byte[]> out = ClientCalls.asyncBidiStreamingCall(
                channel.newCall(method(PROCESS, MethodType.BIDI_STREAMING), CallOptions.DEFAULT),
                new StreamObserver<>() {
                    @Override
                    public void onNext(byte[] answer) {
                        end.complete(Status.OK);
                    }

                    @Override
                    public void onError(Throwable cause) {
                        end.complete(Status.fromThrowable(cause));
                    }

                    @Override
                    public void onCompleted() {
                        end.complete(Status.OK);
                    }
                });
        for (int i = 0; i < messages; i++) {
            out.onNext(NO_MESSAGE);
        }

        assertThat(end.get(10, TimeUnit.SECONDS).getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(logged).extracting(LogRecord::getMessage).isEmpty();
        assertThat(edge.authorization()
                        .check(Checks.get("/").build())
                        .getStatus()
                        .getCode())
                .isZero();
    }
}
