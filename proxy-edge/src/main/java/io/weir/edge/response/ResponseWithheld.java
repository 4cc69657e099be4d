package io.weir.edge.response;

/** A response, or the rest of one, may not go on to the agent. */
public final class ResponseWithheld extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A response that is held back.
     *
     * @param why for the agent; holds nothing of the response
     */
    public ResponseWithheld(String why) {
        super(why);
    }

    /** Why, for the agent. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
