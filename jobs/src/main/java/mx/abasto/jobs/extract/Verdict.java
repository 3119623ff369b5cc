package mx.abasto.jobs.extract;

import org.jspecify.annotations.Nullable;

/** What a row reads as. */
sealed interface Verdict {

    /** The site that the row belongs to; null if that cannot be read. */
    @Nullable
    String clues();

    /** The pieces that a control file sums; null if they do not read as BIGINT. */
    @Nullable
    Long quantity();

    /** A row that reads well, as canonical cells in the order of the extract's columns. */
    @SuppressWarnings("ArrayRecordComponent") // millions a night, each handed on once and never compared
    record Accepted(
            @Nullable String clues,
            @Nullable Long quantity,
            @Nullable String[] cells) implements Verdict {}

    /** A record whose cells cannot be told from each other: of any extract of its file. */
    record Unsplit(Quarantined row) implements Verdict {
        @Override
        public @Nullable String clues() {
            return row.clues();
        }

        @Override
        public @Nullable Long quantity() {
            return null;
        }
    }

    /** A row that does not. */
    record Refused(@Nullable Long quantity, Quarantined row) implements Verdict {
        @Override
        public @Nullable String clues() {
            return row.clues();
        }
    }
}
