package mx.abasto.common.lake;

/** The hold on a lake with such a token. */
record TestHold(long token, Runnable asked) implements LakeHold {
    static final LakeHold SOLE = of(7);

    /** One that is never lost. */
    static TestHold of(long token) {
        return new TestHold(token, () -> {});
    }

    /** One that is lost. */
    static TestHold lost(long token) {
        return new TestHold(token, () -> {
            throw new IllegalStateException("taken over");
        });
    }

    @Override
    public void requireHeld() {
        asked.run();
    }
}
