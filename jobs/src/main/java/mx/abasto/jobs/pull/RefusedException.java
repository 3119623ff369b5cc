package mx.abasto.jobs.pull;

import java.io.IOException;

/** A server will not have us, or is not the one that it should be: trying again will not mend it. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The message says what was refused and what to do about it. */
    RefusedException(String message) {
        super(message);
    }

    RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
