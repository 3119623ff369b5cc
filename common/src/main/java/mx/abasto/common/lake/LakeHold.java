package mx.abasto.common.lake;

import mx.abasto.common.model.AbastoException;

/**
 * The hold that a process has on a lake, and may have lost without knowing it: one that is paused for long is taken over,
 * and goes on later. What it writes until it asks carries its token in its name, so that it never writes into what its
 * heir has.
 */
public interface LakeHold {
    /** Grows by one with every holder of the lake. */
    long token();

    /**
     * Makes sure, right before something that others will see, that this process still holds the lake.
     *
     * @throws AbastoException (FAILED) if another has taken it over, or that cannot be found out
     */
    void requireHeld();
}
