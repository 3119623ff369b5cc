package mx.abasto.schedules.alert;

import java.io.IOException;

/** A way to people. */
interface Channel {
    /** What it is remembered by: the same for the same receiver, at most 200 characters, without secrets. */
    String name();

    /**
     * Sends a message, within a bounded time.
     *
     * @throws IOException if the receiver has not said that it has it; it may have it all the same
     */
    void send(Message message) throws IOException;
}
