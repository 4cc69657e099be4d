package io.weir.edge.mcp.relay;

import io.weir.schemas.api.ApprovalStatusAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wait of one held call. One thread waits, any other may end the wait. */
public final class Hold {

    private static final long PROGRESS_MILLIS = 5_000;

    private final Relay relay;
    private final HeldCall call;
    private final HoldRules rules;
    private final CountDownLatch released = new CountDownLatch(1);

    /** A wait that has not begun. */
    public Hold(Relay relay, HeldCall call, HoldRules rules) {
        this.relay = relay;
        this.call = call;
        this.rules = rules;
    }

    /** Where signs of life go. */
    @FunctionalInterface
    public interface Progress {
        /** Tells the client. */
        void tell(String notification) throws IOException;
    }

    /**
     * Waits until a person has decided, the time is over, or the client has given up.
     *
     * @return what is done with the call then
     */
    public Step await(Progress progress) throws InterruptedException, IOException {
        Optional<Step> early = said(relay.approval(call)).or(() -> relay.early(call));
        if (early.isPresent()) {
            return early.get();
        }
        Optional<String> request = relay.request(call);
        if (request.isPresent()) {
            progress.tell(request.get());
        }
        Step step = waited(progress);
        if (request.isPresent()) {
            progress.tell(ApprovalPage.done(call));
        }
        return step;
    }

    private Step waited(Progress progress) throws InterruptedException, IOException {
        long started = System.nanoTime();
        long nextProgress = 0;
        int steps = 0;
        while (true) {
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            if (waited >= rules.millis(call)) {
                return relay.unanswered(call);
            }
            if (waited >= nextProgress) {
                String notification = call.progress(++steps).orElse("");
                if (!notification.isEmpty()) {
                    progress.tell(notification);
                }
                nextProgress = waited + PROGRESS_MILLIS;
            }
            if (released.await(Math.min(rules.pollMillis(), rules.millis(call) - waited), TimeUnit.MILLISECONDS)) {
                return new Step.Drop();
            }
            Optional<Step> said = said(relay.approval(call));
            if (said.isPresent()) {
                return said.get();
            }
        }
    }

    /** What comes of what people have said so far; empty if that is nothing. */
    private Optional<Step> said(ApprovalStatusAnswer status) throws InterruptedException {
        return switch (status.status()) {
            case APPROVED -> Optional.of(relay.approved(call));
            case DENIED -> Optional.of(new Step.Reply(call.refused()));
            case EXPIRED -> Optional.of(new Step.Reply(call.unanswered()));
            default -> relay.paused(call, status);
        };
    }

    /** Ends the wait: the client does not want the call any more. */
    public void release() {
        released.countDown();
    }
}
