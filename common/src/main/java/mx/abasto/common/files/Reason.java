package mx.abasto.common.files;

import java.nio.file.FileSystemException;

/** Why something failed, as a sentence tells it. */
public final class Reason {
    private Reason() {}

    /** What a failure says; of one that names a file and nothing else, its kind too. */
    public static String of(Throwable failure) {
        return failure instanceof FileSystemException plain && plain.getReason() == null
                ? "%s (%s)".formatted(plain.getFile(), plain.getClass().getSimpleName())
                : String.valueOf(failure.getMessage());
    }
}
