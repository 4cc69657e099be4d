package io.weir.edge.mcp.relay;

import io.weir.schemas.api.ApprovalStatusAnswer;
import io.weir.schemas.word.ApprovalState;
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
        long started = System.nanoTime();
        long nextProgress = 0;
        int steps = 0;
        while (true) {
            ApprovalStatusAnswer status = relay.approval(call);
            ApprovalState state = status.status();
            if (state == ApprovalState.APPROVED) {
                return relay.approved(call);
            }
            if (state == ApprovalState.DENIED) {
                return new Step.Reply(call.refused());
            }
            Optional<Step> paused = relay.paused(call, status);
            if (paused.isPresent()) {
                return paused.get();
            }
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            if (state == ApprovalState.EXPIRED || waited >= rules.millis(call)) {
                return new Step.Reply(call.unanswered());
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
        }
    }

    /** Ends the wait: the client does not want the call any more. */
    public void release() {
        released.countDown();
    }
}
