package mx.abasto.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class StrictGzipTest {
    private static final String TEXT = "clues,clave\nBCIMB000010,010.000.0022.00\n".repeat(500);

    @Test
    void gzipIsKnownByItsBytesOrItsName() throws IOException {
        assertThat(plain(gzip(TEXT), "a.csv.gz")).isEqualTo(TEXT);
        assertThat(plain(gzip(TEXT), "a.csv")).isEqualTo(TEXT);
        assertThat(plain(bytes(TEXT), "a.csv")).isEqualTo(TEXT);
        assertThat(plain(bytes(""), "a.csv")).isEmpty();
        assertThat(plain(new byte[] {0x1F}, "a.csv")).isEqualTo("\u001F");
    }

    @Test
    void severalMembersAreOneFile() throws IOException {
        assertThat(plain(joined(gzip("a"), gzip(""), gzip(TEXT)), "a.csv")).isEqualTo("a" + TEXT);
    }

    @Test
    void zerosBehindTheLastMemberArePadding() throws IOException {
        assertThat(plain(joined(gzip(TEXT), new byte[300]), "a.csv")).isEqualTo(TEXT);
    }

    @Test
    void aHeaderMayNameTheFileAndCarryComments() throws IOException {
        byte[] gzip = gzip(TEXT);
        gzip[3] = 2 + 4 + 8 + 16;
        byte[] header =
                joined(Arrays.copyOf(gzip, 10), new byte[] {2, 0, 7, 7}, bytes("a.csv\0note\0"), new byte[] {1, 2});

        assertThat(plain(joined(header, Arrays.copyOfRange(gzip, 10, gzip.length)), "a.csv"))
                .isEqualTo(TEXT);
    }

    @Test
    void aFileCutAnywhereIsUnreadable() {
        byte[] gzip = joined(gzip(TEXT), gzip("the end"));
        int whole = gzip(TEXT).length; // cut here, the file is whole
        for (int length = 2; length < gzip.length; length++) {
            byte[] cut = Arrays.copyOf(gzip, length);
            if (length != whole) {
                assertThatThrownBy(() -> plain(cut, "a.csv"))
                        .isInstanceOf(UnreadableFileException.class)
                        .hasMessage("the gzip file is truncated");
            }
        }
        assertThatThrownBy(() -> plain(new byte[0], "a.csv.gz")).hasMessage("the gzip file is truncated");
    }

    @Test
    void aFlippedBitNeverChangesTheTextUnnoticed() throws IOException {
        byte[] gzip = gzip(TEXT);
        Random random = new Random(7);
        for (int trial = 0; trial < 2_000; trial++) {
            byte[] damaged = gzip.clone();
            damaged[10 + random.nextInt(gzip.length - 10)] ^= (byte) (1 << random.nextInt(8));
            String read;
            try {
                read = plain(damaged, "a.csv");
            } catch (UnreadableFileException e) {
                continue;
            }
            assertThat(read).as("trial " + trial).isEqualTo(TEXT); // a bit that means nothing
        }
    }

    @Test
    void bytesBehindTheEndAreNotOverlooked() {
        assertThatThrownBy(() -> plain(joined(gzip(TEXT), bytes("clues")), "a.csv"))
                .hasMessage("the gzip file is damaged: what should be a gzip header is none");
        assertThatThrownBy(() -> plain(bytes(TEXT), "a.csv.gz"))
                .hasMessage("the gzip file is damaged: what should be a gzip header is none");
    }

    @Test
    void aSourceThatFailsIsNoDamage() {
        InputStream failing = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                byte[] gzip = gzip(TEXT);
                if (given == 40) {
                    throw new IOException("connection lost");
                }
                return gzip[given++] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                target[offset] = (byte) read();
                return 1;
            }
        };

        assertThatThrownBy(() -> StrictGzip.plain(failing, "a.csv").readAllBytes())
                .isNotInstanceOf(UnreadableFileException.class)
                .hasMessage("connection lost");
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(bytes(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static String plain(byte[] bytes, String name) throws IOException {
        // A source that never says that more is available, as some remote ones do.
        InputStream source = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int available() {
                return 0;
            }
        };
        try (InputStream plain = StrictGzip.plain(source, name)) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
