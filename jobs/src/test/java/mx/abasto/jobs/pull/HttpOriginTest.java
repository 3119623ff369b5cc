package mx.abasto.jobs.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import mx.abasto.common.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpOriginTest extends GuardedOriginContract<HttpServerFixture> {
    @Override
    HttpServerFixture start(Path root) throws IOException {
        return new HttpServerFixture(Files.createDirectories(root));
    }

    @Test
    void moreFilesThanAreAskedForAtATimeAreAllFound() throws IOException {
        List<String> names =
                IntStream.range(0, 50).mapToObj(number -> number + ".csv").toList();
        for (String name : names) {
            server().put("many/" + name, bytes(3));
        }
        try (Origin origin = origin(PATIENT)) {
            assertThat(origin.list(server().uri("many")))
                    .extracting(Origin.Offer::name)
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void aServerWithoutListsGivesWhatIsAskedForByName() throws IOException {
        server().put("unlisted/stock.csv", bytes(7));
        server().listNothing();
        try (Origin origin = origin(PATIENT)) {
            assertThat(origin.list(server().uri("unlisted"))).isEmpty();
            assertThat(origin.find(server().uri("unlisted"), List.of("stock.csv", "orders.csv")))
                    .extracting(Origin.Offer::name)
                    .containsExactly("stock.csv");
        }
    }

    @Test
    void aServerThatKnowsNoHeadIsAskedForTheFileItself() throws IOException {
        server().put("headless/stock.csv", bytes(7));
        server().forgetHead();
        try (Origin origin = origin(PATIENT)) {
            assertThat(origin.find(server().uri("headless"), List.of("stock.csv", "orders.csv")))
                    .extracting(Origin.Offer::name, Origin.Offer::bytes)
                    .containsExactly(tuple("stock.csv", 7L));
        }
    }

    @Test
    void redirectsAreFollowed() throws IOException {
        server().put("here/stock.csv", bytes(7));
        try (Origin origin = origin(PATIENT)) {
            assertThat(origin.list(server().uri("moved/here")))
                    .extracting(Origin.Offer::name)
                    .containsExactly("stock.csv");
            assertThat(read(origin, server().uri("moved/here"), "stock.csv")).isEqualTo(bytes(7));
        }
    }

    @Test
    void thePasswordStaysBehindWhenAnotherServerIsPointedTo(@org.junit.jupiter.api.io.TempDir Path folder)
            throws IOException {
        try (HttpServerFixture other = new HttpServerFixture(folder)) {
            other.put("units/stock.csv", bytes(7));
            server().pointTo(other);
            try (Origin origin = origin(PATIENT)) {
                assertThatThrownBy(() -> origin.list(server().uri("moved/units")))
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("401");
            }
        }
    }

    @Test
    void nobodyInParticularIsToldWhichKeysToSet() throws IOException {
        try (Origin origin = origin(Source.Access.NONE, PATIENT)) {
            assertThatThrownBy(() -> origin.list(server().uri("units")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("set or correct the source's user and password");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aServerInTroubleMayBeTriedAgain(int status) throws IOException {
        server().fail(status);
        try (Origin origin = origin(PATIENT)) {
            assertThatThrownBy(() -> origin.list(server().uri("units")))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(RefusedException.class)
                    .hasMessageContaining(Integer.toString(status));
        }
    }
}
