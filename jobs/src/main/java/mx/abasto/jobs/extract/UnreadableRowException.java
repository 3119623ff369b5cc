package mx.abasto.jobs.extract;

/** A row of a reference or control file that cannot be read; the message says which cell, and what it must be. */
final class UnreadableRowException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableRowException(String message) {
        super(message);
    }

    /** The message; this exception always has one. */
    String problem() {
        return String.valueOf(getMessage());
    }
}
