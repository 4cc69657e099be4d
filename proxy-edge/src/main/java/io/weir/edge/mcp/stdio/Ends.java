package io.weir.edge.mcp.stdio;

import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.relay.Step;
import java.io.IOException;

/**
 * The two ends of a proxy, as those have them who speak in the place of one to the other. Safe to share between
 * threads.
 */
interface Ends {

    /** Sends a message that may go out, or one of the edge's own. */
    void tellServer(String text) throws IOException;

    /**
     * Has a message judged as the server's, and tells the client if it may come in.
     *
     * @return what was done with it; a reply is meant for the server and has not been sent
     */
    Step tellClient(Message told) throws IOException, InterruptedException;

    /** The same for a message in its own spelling. */
    Step tellClient(String text) throws IOException, InterruptedException;

    /** A message as it goes out: the client's, or what is left of it. */
    Message read(Message message, String text) throws IOException;
}
