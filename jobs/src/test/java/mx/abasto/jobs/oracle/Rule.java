package mx.abasto.jobs.oracle;

/** The catalogue of contract section 6: what kind each rule is, how grave, and whether it counts pieces. */
enum Rule {
    EXT_01(Kind.CONDITION, Severity.MEDIUM, false),
    EXT_02(Kind.EVENT, Severity.LOW, false),
    EXT_03(Kind.EVENT, Severity.MEDIUM, false),
    EXT_04(Kind.EVENT, Severity.LOW, false),
    EXT_05(Kind.EVENT, Severity.MEDIUM, false),
    EXT_06(Kind.EVENT, Severity.MEDIUM, false),
    REF_01(Kind.CONDITION, Severity.LOW, false),
    REF_02(Kind.CONDITION, Severity.LOW, false),
    REF_03(Kind.CONDITION, Severity.LOW, false),
    SHP_01(Kind.CONDITION, Severity.HIGH, true),
    SHP_02(Kind.CONDITION, Severity.HIGH, true),
    SHP_03(Kind.CONDITION, Severity.MEDIUM, true),
    SHP_04(Kind.CONDITION, Severity.MEDIUM, true),
    SHP_05(Kind.EVENT, Severity.MEDIUM, true),
    SHP_06(Kind.EVENT, Severity.LOW, false),
    SHP_07(Kind.EVENT, Severity.HIGH, false),
    SHP_08(Kind.CONDITION, Severity.HIGH, true),
    SHP_09(Kind.EVENT, Severity.LOW, false),
    STK_01(Kind.CONDITION, Severity.MEDIUM, true),
    STK_02(Kind.CONDITION, Severity.HIGH, true),
    STK_03(Kind.CONDITION, Severity.HIGH, true),
    STK_04(Kind.CONDITION, Severity.MEDIUM, true),
    DSP_01(Kind.CONDITION, Severity.HIGH, true),
    DSP_02(Kind.EVENT, Severity.HIGH, true),
    DSP_03(Kind.EVENT, Severity.MEDIUM, true),
    DSP_04(Kind.EVENT, Severity.HIGH, true),
    DSP_05(Kind.EVENT, Severity.CRITICAL, true),
    LOT_01(Kind.CONDITION, Severity.CRITICAL, true),
    LOT_02(Kind.CONDITION, Severity.MEDIUM, false),
    ORD_01(Kind.CONDITION, Severity.MEDIUM, true),
    ORD_02(Kind.CONDITION, Severity.MEDIUM, true),
    ORD_03(Kind.CONDITION, Severity.MEDIUM, true),
    SIG_01(Kind.EVENT, Severity.MEDIUM, false),
    SIG_02(Kind.CONDITION, Severity.MEDIUM, false);

    enum Kind {
        CONDITION,
        EVENT
    }

    enum Severity {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL;

        Severity higher() {
            return switch (this) {
                case LOW -> MEDIUM;
                case MEDIUM -> HIGH;
                case HIGH, CRITICAL -> CRITICAL;
            };
        }
    }

    private final Kind kind;
    private final Severity severity;
    private final boolean countsPieces;

    Rule(Kind kind, Severity severity, boolean countsPieces) {
        this.kind = kind;
        this.severity = severity;
        this.countsPieces = countsPieces;
    }

    String code() {
        return name().replace('_', '-');
    }

    String family() {
        return name().substring(0, 3);
    }

    boolean isEvent() {
        return kind == Kind.EVENT;
    }

    Severity severity() {
        return severity;
    }

    boolean countsPieces() {
        return countsPieces;
    }
}
