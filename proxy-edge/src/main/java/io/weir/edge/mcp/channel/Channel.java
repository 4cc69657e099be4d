package io.weir.edge.mcp.channel;

import io.weir.edge.mcp.message.Message;

/**
 * The way to a server for callers who ask one thing at a time and can be asked nothing themselves: requests of the
 * server's are refused in their place, and its notices dropped. Safe to share between threads.
 */
public interface Channel {

    /**
     * The server's answer, under the id of the request.
     *
     * @param request of revision 2026-07-28; it is translated for a server of another
     * @param caller requests with the same one may share a session with the server
     * @throws NoAnswer if there is none
     */
    Message ask(Message request, String caller) throws NoAnswer, InterruptedException;
}
