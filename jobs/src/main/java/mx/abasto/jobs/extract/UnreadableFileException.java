package mx.abasto.jobs.extract;

import java.io.IOException;

/** A delivered file that cannot be read at all: it is rejected, with the message as its cause. */
final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message) {
        super(message);
    }
}
