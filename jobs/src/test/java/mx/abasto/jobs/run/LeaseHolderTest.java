package mx.abasto.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeaseHolderTest {

    @Test
    void whatIsWrittenIsReadBack() {
        LeaseHolder me = LeaseHolder.me();

        assertThat(me).hasToString("pid " + ProcessHandle.current().pid() + " on " + me.host());
        assertThat(LeaseHolder.parse(me.toString())).isEqualTo(me);
    }

    @Test
    void thisProcessIsAlive() {
        assertThat(LeaseHolder.me().isKnownDead()).isFalse();
    }

    @Test
    void aProcessThatHasEndedIsKnownToBeDead() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThat(new LeaseHolder(process.pid(), LeaseHolder.me().host()).isKnownDead())
                .isTrue();
    }

    @Test
    void ofAProcessElsewhereOrOneThatIsNotUnderstoodNothingIsKnown() {
        assertThat(new LeaseHolder(1, "elsewhere.example").isKnownDead()).isFalse();
        assertThat(LeaseHolder.parse("somebody").isKnownDead()).isFalse();
    }
}
