package mx.abasto.jobs.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What every origin keeps to whose server asks for a password. */
abstract class GuardedOriginContract<S extends ServerFixture> extends OriginContract<S> {
    private static final String WRONG = "equivocada-77";

    @Test
    void aWrongPasswordIsRefusedAndNotShown() throws IOException {
        try (Origin origin = origin(server().access(WRONG), PATIENT)) {
            assertThatThrownBy(() -> origin.list(server().uri("units")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("password")
                    .hasMessageNotContaining(WRONG);
        }
    }

    @Test
    void whoWasRefusedIsLetInLater() throws IOException {
        server().faults().refuse();
        try (Origin origin = origin(PATIENT)) {
            assertThatThrownBy(() -> origin.list(server().uri("units"))).isInstanceOf(RefusedException.class);
            server().heal();
            assertThat(origin.list(server().uri("units"))).isEmpty();
        }
    }
}
