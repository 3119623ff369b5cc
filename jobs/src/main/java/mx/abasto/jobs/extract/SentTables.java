package mx.abasto.jobs.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import mx.abasto.common.model.ExtractFileName;

/** Opens delivered files by their first bytes: CSV, gzip of it, a zip with one file in it, or Parquet. */
final class SentTables {
    private static final int MAGIC_BYTES = 4;
    private static final int ZIP = 0x504B_0304;
    private static final int ZIP_WITHOUT_FILES = 0x504B_0506;
    private static final int PARQUET = 0x5041_5231;
    private static final int PARQUET_ENCRYPTED = 0x5041_5245;

    private SentTables() {}

    /**
     * Opens a file.
     *
     * @throws UnreadableFileException if it cannot be read at all
     */
    static SentTable open(FileBytes bytes, ExtractFileName name, CsvDialect dialect) throws IOException {
        switch (magic(bytes)) {
            case ZIP -> {
                return CsvTable.of(ZipMember.open(bytes.path()), name.name(), dialect);
            }
            case PARQUET -> {
                return ParquetTable.open(bytes.path());
            }
            case ZIP_WITHOUT_FILES -> throw new UnreadableFileException("the zip file holds no file");
            case PARQUET_ENCRYPTED -> throw new UnreadableFileException("the Parquet file is encrypted");
            default -> {
                String ending = name.name().toLowerCase(Locale.ROOT);
                if (ending.endsWith(".zip") || ending.endsWith(".parquet")) {
                    throw new UnreadableFileException("it is named %s, but does not begin as such a file does"
                            .formatted(ending.substring(ending.lastIndexOf('.'))));
                }
                return CsvTable.of(bytes.open(), name.name(), dialect);
            }
        }
    }

    private static int magic(FileBytes bytes) throws IOException {
        try (InputStream stream = bytes.open()) {
            int magic = 0;
            for (byte one : stream.readNBytes(MAGIC_BYTES)) {
                magic = magic << 8 | one & 0xFF;
            }
            return magic;
        }
    }
}
