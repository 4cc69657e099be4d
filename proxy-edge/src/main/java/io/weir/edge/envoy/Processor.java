package io.weir.edge.envoy;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.weir.edge.envoy.wire.ProcessingAnswer;
import io.weir.edge.envoy.wire.ProcessingRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * External processing: one stream for each exchange of a request and its response. Redacts bodies, and sees responses.
 * Where it breaks a stream off, Envoy ends the exchange, unless it is told to let it pass (failure_mode_allow). Safe to
 * share.
 */
final class Processor {

    private static final Logger LOG = LoggerFactory.getLogger(Processor.class);

    private final EnvoyParts parts;
    private final EnvoyJudge judge;
    private final LocalAnswers answers;
    private final Slots slots;

    Processor(EnvoyParts parts, EnvoyJudge judge, LocalAnswers answers, Slots slots) {
        this.parts = parts;
        this.judge = judge;
        this.answers = answers;
        this.slots = slots;
    }

    /** Takes the next exchange. */
    StreamObserver<ProcessingRequest> process(StreamObserver<ProcessingAnswer> out) {
        Cancellation.quiet(out);
        return new Conversation(out, slots.take());
    }

    /** One exchange. gRPC calls it from one thread at a time. */
    private final class Conversation implements StreamObserver<ProcessingRequest> {

        private final StreamObserver<ProcessingAnswer> out;
        private final boolean admitted;
        private final Exchange exchange = new Exchange(parts, judge, answers);
        private boolean ended;

        Conversation(StreamObserver<ProcessingAnswer> out, boolean admitted) {
            this.out = out;
            this.admitted = admitted;
        }

        @Override
        public void onNext(ProcessingRequest request) {
            if (ended) {
                return;
            }
            try {
                take(request);
            } catch (ExchangeRefused e) {
                e.inPlace().ifPresent(answer -> out.onNext(ProcessingAnswer.stopped(answer)));
                end(e.inPlace().isPresent() ? Status.OK : Status.ABORTED.withDescription(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                end(Status.UNAVAILABLE.withDescription("the edge is stopping"));
            } catch (RuntimeException e) {
                // Not the message: it could quote the call.
                LOG.error("event=unforeseen cause={} at={}", e.getClass().getName(), e.getStackTrace()[0]);
                end(Status.INTERNAL.withDescription("the edge failed; see its log"));
            }
        }

        private void take(ProcessingRequest request) throws ExchangeRefused, InterruptedException {
            if (!admitted) {
                throw new ExchangeRefused(answers.overloaded());
            }
            if (request.isLookingOn()) {
                LOG.warn("event=envoy_looks_on detail=\"observability_mode waits for no decision\"");
                end(Status.FAILED_PRECONDITION.withDescription("observability_mode waits for no decision"));
                return;
            }
            exchange.take(request).forEach(out::onNext);
        }

        @Override
        public void onError(Throwable cause) {
            // The agent or Envoy has gone away; nobody waits for an answer.
            release();
        }

        @Override
        public void onCompleted() {
            end(Status.OK);
        }

        private void end(Status status) {
            if (release()) {
                if (status.isOk()) {
                    out.onCompleted();
                } else {
                    out.onError(status.asException());
                }
            }
        }

        private boolean release() {
            if (ended) {
                return false;
            }
            ended = true;
            exchange.close();
            if (admitted) {
                slots.giveBack();
            }
            return true;
        }
    }
}
