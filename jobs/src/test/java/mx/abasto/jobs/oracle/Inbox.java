package mx.abasto.jobs.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The sources' folders, and which of their files earlier nights have taken. */
final class Inbox {

    private final List<OracleSource> sources;
    private final int lookbackDays;
    private final Set<String> taken = new HashSet<>();

    Inbox(List<OracleSource> sources, int lookbackDays) {
        this.sources = List.copyOf(sources);
        this.lookbackDays = lookbackDays;
    }

    /** Every file of the last folders that no night has taken and that is not for a later night, once per extract. */
    List<Landed> take(LocalDate night) throws IOException {
        List<Landed> files = new ArrayList<>();
        for (OracleSource source : sources) {
            for (int back = lookbackDays; back >= 0; back--) {
                take(source, night.minusDays(back), night, files);
            }
        }
        files.sort(Landed.TAKING_ORDER);
        return files;
    }

    private void take(OracleSource source, LocalDate folder, LocalDate night, List<Landed> files) throws IOException {
        Path path = source.folder().resolve(folder.toString());
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> list = Files.list(path)) {
            for (Path file : list.filter(Files::isRegularFile).sorted().toList()) {
                String fileName = String.valueOf(file.getFileName());
                byte[] bytes = Files.readAllBytes(file);
                List<OracleProfile.Reading> readings = source.profile().readings(fileName).stream()
                        .filter(r -> !r.name().date().isAfter(night))
                        .toList();
                if (!readings.isEmpty()
                        && taken.add(source.name() + "/" + folder + "/" + fileName + "/" + Landed.sha256(bytes))) {
                    for (int i = 0; i < readings.size(); i++) {
                        files.add(new Landed(source, readings.get(i), i, readings.size(), folder, bytes));
                    }
                }
            }
        }
    }
}
