package io.weir.scanapi.http;

import io.weir.platform.json.JsonRejected;
import io.weir.schemas.api.Problem;
import io.weir.schemas.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request is refused with a catalogued error. The detail goes to the caller and holds nothing of the body. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient @Nullable List<String> faults;
    private final long retryAfterSeconds;

    private Refusal(ErrorCode code, String detail, @Nullable List<String> faults) {
        this(code, detail, faults, 1);
    }

    private Refusal(ErrorCode code, String detail, @Nullable List<String> faults, long retryAfterSeconds) {
        super(detail, null, false, false);
        this.code = code;
        this.faults = faults;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A refusal with one reason. */
    public static Refusal of(ErrorCode code, String detail) {
        return new Refusal(code, detail, null);
    }

    /** A refusal for what the JSON reader found. */
    public static Refusal of(JsonRejected rejected) {
        return new Refusal(rejected.code(), rejected.detail(), null);
    }

    /** A refusal with several reasons. */
    public static Refusal of(ErrorCode code, List<String> faults) {
        return new Refusal(code, String.join("; ", faults) + ".", List.copyOf(faults));
    }

    /** A refusal of members, with every fault listed. */
    public static Refusal ofMembers(List<String> faults) {
        return new Refusal(ErrorCode.REQUEST_INVALID, String.join("; ", faults) + ".", List.copyOf(faults));
    }

    /** A refusal of a request whose signature does not hold. */
    public static Refusal ofSignature(String why) {
        return of(ErrorCode.SIGNATURE_INVALID, "The request is not validly signed: " + why + ".");
    }

    /** The same refusal, with the time after which to try again. */
    public Refusal retryAfter(long seconds) {
        return new Refusal(code, String.valueOf(getMessage()), faults, seconds);
    }

    /** After how many seconds to try again, where the code is one of passing trouble. */
    long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** The catalogued error. */
    public ErrorCode code() {
        return code;
    }

    /**
     * The RFC 9457 body.
     *
     * @param instance path of the request
     */
    public Problem problem(@Nullable String instance) {
        return Problem.of(code, String.valueOf(getMessage()), instance, faults);
    }
}
