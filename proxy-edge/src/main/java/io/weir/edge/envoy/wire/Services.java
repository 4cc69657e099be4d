package io.weir.edge.envoy.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.ServerCalls.BidiStreamingMethod;
import io.grpc.stub.ServerCalls.UnaryMethod;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** The two services as gRPC knows them. */
public final class Services {

    private static final String AUTHORIZATION = "envoy.service.auth.v3.Authorization";
    private static final String PROCESSOR = "envoy.service.ext_proc.v3.ExternalProcessor";

    private static final MethodDescriptor<Received<CheckRequest>, CheckAnswer> CHECK =
            MethodDescriptor.<Received<CheckRequest>, CheckAnswer>newBuilder()
                    .setType(MethodType.UNARY)
                    .setFullMethodName(AUTHORIZATION + "/Check")
                    .setRequestMarshaller(reading(CheckRequest::of))
                    .setResponseMarshaller(writing(CheckAnswer::message))
                    .build();

    private static final MethodDescriptor<Received<ProcessingRequest>, ProcessingAnswer> PROCESS =
            MethodDescriptor.<Received<ProcessingRequest>, ProcessingAnswer>newBuilder()
                    .setType(MethodType.BIDI_STREAMING)
                    .setFullMethodName(PROCESSOR + "/Process")
                    .setRequestMarshaller(reading(ProcessingRequest::of))
                    .setResponseMarshaller(writing(ProcessingAnswer::message))
                    .build();

    private Services() {}

    /** External authorisation by this method. */
    public static ServerServiceDefinition authorization(UnaryMethod<CheckRequest, CheckAnswer> check) {
        return ServerServiceDefinition.builder(AUTHORIZATION)
                .addMethod(CHECK, ServerCalls.asyncUnaryCall(Received.answering(check)))
                .build();
    }

    /** External processing by this method. */
    public static ServerServiceDefinition processor(BidiStreamingMethod<ProcessingRequest, ProcessingAnswer> process) {
        return ServerServiceDefinition.builder(PROCESSOR)
                .addMethod(PROCESS, ServerCalls.asyncBidiStreamingCall(Received.conversing(process)))
                .build();
    }

    /** Reads a message. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(ByteString message) throws InvalidProtocolBufferException;
    }

    private static <T> Marshaller<Received<T>> reading(Reader<T> reader) {
        return new Marshaller<>() {
            @Override
            public InputStream stream(Received<T> value) {
                throw new UnsupportedOperationException("a server sends no requests");
            }

            @Override
            public Received<T> parse(InputStream stream) {
                try {
                    return new Received<>(reader.read(ByteString.readFrom(stream)));
                } catch (IOException e) {
                    return Received.unreadable();
                }
            }
        };
    }

    private static <T> Marshaller<T> writing(Function<T, ByteString> writer) {
        return new Marshaller<>() {
            @Override
            public InputStream stream(T value) {
                return writer.apply(value).newInput();
            }

            @Override
            public T parse(InputStream stream) {
                throw new UnsupportedOperationException("a server reads no answers");
            }
        };
    }
}
