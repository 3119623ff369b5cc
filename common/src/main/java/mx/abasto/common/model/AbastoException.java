package mx.abasto.common.model;

import static java.util.Objects.requireNonNull;

/**
 * A failure that a person must hear about. The message says what is wrong, where, and what to do next; the category
 * decides the exit code (contract section 4).
 */
public final class AbastoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Category category;

    /** What kind of failure it is, and the process's exit code for it. */
    public enum Category {
        USAGE(2),
        UNUSABLE(3),
        FAILED(4),
        HELD(5),
        DIFFERENT(6);

        private final int exitCode;

        Category(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    private AbastoException(Category category, String message) {
        super(requireNonNull(message, "message is null"));
        this.category = requireNonNull(category, "category is null");
    }

    private AbastoException(Category category, String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.category = requireNonNull(category, "category is null");
    }

    /** The command line cannot be understood (exit 2). */
    public static AbastoException usage(String message) {
        return new AbastoException(Category.USAGE, message);
    }

    /** Configuration or input cannot be used; nothing was written (exit 3). */
    public static AbastoException unusable(String message) {
        return new AbastoException(Category.UNUSABLE, message);
    }

    /** As {@link #unusable(String)}, with the cause kept for {@code --verbose}. */
    public static AbastoException unusable(String message, Throwable cause) {
        return new AbastoException(Category.UNUSABLE, message, cause);
    }

    /** The run failed and published nothing; the same command resumes it (exit 4). */
    public static AbastoException failed(String message) {
        return new AbastoException(Category.FAILED, message);
    }

    /** As {@link #failed(String)}, with the cause kept for {@code --verbose}. */
    public static AbastoException failed(String message, Throwable cause) {
        return new AbastoException(Category.FAILED, message, cause);
    }

    /** Another run holds the lake (exit 5). */
    public static AbastoException held(String message) {
        return new AbastoException(Category.HELD, message);
    }

    /** Published bytes are not those that were published (exit 6). */
    public static AbastoException different(String message) {
        return new AbastoException(Category.DIFFERENT, message);
    }

    public Category category() {
        return category;
    }
}
