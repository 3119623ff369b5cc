package mx.abasto.common.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AdjustmentReasonTest {

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "DAMAGED", "LOST", "STOLEN", "RECALLED", "RETURNED_TO_SUPPLIER", "DONATED_OUT"})
    void whatLeavesIsNegative(AdjustmentReason reason) {
        assertThat(reason.allows(-1)).isTrue();
        assertThat(reason.allows(1)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"FOUND", "DONATED_IN", "RETURNED_BY_PATIENT"})
    void whatArrivesIsPositive(AdjustmentReason reason) {
        assertThat(reason.allows(1)).isTrue();
        assertThat(reason.allows(-1)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "RECOUNT")
    void aRecountIsEither(AdjustmentReason reason) {
        assertThat(reason.allows(Long.MIN_VALUE)).isTrue();
        assertThat(reason.allows(Long.MAX_VALUE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE)
    void nothingIsAdjustedByZero(AdjustmentReason reason) {
        assertThat(reason.allows(0)).isFalse();
    }
}
