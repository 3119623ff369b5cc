package mx.abasto.common.lake;

import mx.abasto.common.model.Settings;

/** One run of a job: what it is configured with, the lake it builds on, and its work folder. */
public interface Run {
    /** What people call it, such as {@code 2025-01-06} or {@code 2025-W02}. */
    String label();

    Settings settings();

    Lake lake();

    WorkFolder work();

    /**
     * What it reads of the lake, as far as that may change while its work folder lies there. A run that is resumed on
     * another basis begins anew.
     */
    String basis();
}
