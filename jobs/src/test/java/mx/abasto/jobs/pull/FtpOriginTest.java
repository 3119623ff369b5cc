package mx.abasto.jobs.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mx.abasto.common.model.Source;
import org.junit.jupiter.api.Test;

class FtpOriginTest extends GuardedOriginContract<FtpServerFixture> {
    @Override
    FtpServerFixture start(Path root) throws IOException {
        return new FtpServerFixture(Files.createDirectories(root));
    }

    @Test
    void whoGivesNoUserIsAnonymous() throws IOException {
        server().put("open/stock.csv", bytes(7));
        try (Origin origin = origin(Source.Access.NONE, PATIENT)) {
            assertThat(read(origin, server().uri("open"), "stock.csv")).isEqualTo(bytes(7));
        }
    }

    @Test
    void anOldServersListHasSizesButNoTimes() throws IOException {
        server().forgetMlsd();
        server().put("old/stock uno.csv", bytes(7));
        server().makeFolder("old/older");
        try (Origin origin = origin(PATIENT)) {
            assertThat(origin.list(server().uri("old")))
                    .extracting(Origin.Offer::name, Origin.Offer::bytes, Origin.Offer::modifiedAt)
                    .containsExactly(tuple("stock uno.csv", 7L, null));
            assertThat(origin.list(server().uri("no/such/folder"))).isEmpty();
        }
    }

    @Test
    void aFileThatTheServerSaysBrokeOffThrows() throws IOException {
        server().put("said/big.csv", bytes(1000));
        server().sayThatItCuts();
        server().cutHalfway(1);
        try (Origin origin = origin(PATIENT)) {
            assertThatThrownBy(() -> read(origin, server().uri("said"), "big.csv"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("/said/big.csv ended after 500 bytes")
                    .hasMessageContaining("426");
        }
    }
}
