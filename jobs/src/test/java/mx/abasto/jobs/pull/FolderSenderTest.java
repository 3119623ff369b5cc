package mx.abasto.jobs.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import mx.abasto.common.model.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSenderTest {
    private static final LocalDate NIGHT = LocalDate.of(2025, 1, 20);
    private static final List<String> NAMES = List.of("stock_u1_{date:yyyyMMdd}.csv", "orders_u1_{date:yyyyMMdd}.csv");

    private @TempDir Path root;

    @BeforeEach
    void deliver() throws IOException {
        try (HttpServerFixture server = new HttpServerFixture(root)) {
            for (String folder : List.of("all", "2025-01-18", "2025-01-19", "2025-01-20")) {
                for (String day : List.of("20250118", "20250119", "20250120")) {
                    server.put(folder + "/stock_u1_" + day + ".csv", new byte[1]);
                }
            }
        }
    }

    @Test
    void namesAreDatedAsTheirFolderIs() throws IOException {
        assertThat(offered("{date}"))
                .containsExactly("2025-01-19/stock_u1_20250119.csv", "2025-01-20/stock_u1_20250120.csv");
    }

    @Test
    void inAFolderWithoutDateNamesHaveThoseOfEachDay() throws IOException {
        assertThat(offered("all")).containsExactly("stock_u1_20250119.csv", "stock_u1_20250120.csv");
    }

    private List<String> offered(String folder) throws IOException {
        try (HttpServerFixture server = new HttpServerFixture(root)) {
            server.listNothing();
            Source there = server.source("", server.access(), OriginContract.PATIENT);
            Source source = new Source(
                    there.name(),
                    there.uri() + folder,
                    there.sites(),
                    there.profile(),
                    there.access(),
                    NAMES,
                    there.queries(),
                    there.limits(),
                    false);
            try (FolderSender sender = new FolderSender(source, NIGHT, 1, Origins.of(source))) {
                return sender.offers().stream().map(DeliveredFile::path).toList();
            }
        }
    }
}
