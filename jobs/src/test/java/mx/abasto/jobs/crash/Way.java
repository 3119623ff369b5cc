package mx.abasto.jobs.crash;

/** How a point fails. */
enum Way {
    /** It does a part of what it should, if that has parts, and throws. */
    EXCEPTION,
    /** The process is killed with {@code kill -9}. */
    KILL,
    /** The disk is full from here on, until the process has ended. */
    FULL_DISK,
    /** It does all that it should and throws nevertheless. */
    LOST_ANSWER,
    /** The process is stopped before it, and goes on when it is told to: nothing fails. */
    PAUSE
}
