package mx.abasto.jobs.lake;

import mx.abasto.common.lake.LakeHold;

/** Who holds a lake that nobody else wants. */
public final class SoleHolder implements LakeHold {
    @Override
    public long token() {
        return 1;
    }

    @Override
    public void requireHeld() {}
}
