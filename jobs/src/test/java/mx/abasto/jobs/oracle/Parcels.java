package mx.abasto.jobs.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A whole delivery, all nights, while it is being spoiled. */
final class Parcels {

    record Picked(Parcel parcel, Parcel.Entry entry) {

        String cell(String column) {
            return parcel.cell(entry, column);
        }

        void set(String column, String value) {
            parcel.set(entry, column, value);
        }
    }

    final List<Parcel> all = new ArrayList<>();
    final List<String> recalls = new ArrayList<>();
    final List<String> aliases = new ArrayList<>();
    final Random random;
    private int fresh;

    private Parcels(Random random) {
        this.random = random;
    }

    static Parcels read(Path extracts, Random random) throws IOException {
        Parcels parcels = new Parcels(random);
        try (Stream<Path> files = Files.walk(extracts)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Optional<FileName> name = FileName.parse(String.valueOf(file.getFileName()));
                if (name.isPresent()) {
                    String folderName = extracts.relativize(file).getName(0).toString();
                    LocalDate folder = LocalDate.parse(folderName);
                    parcels.all.add(read(name.get(), folder, Files.readAllBytes(file)));
                }
            }
        }
        parcels.all.sort(Comparator.comparing((Parcel p) -> p.folder).thenComparing(Parcel::name));
        return parcels;
    }

    private static Parcel read(FileName name, LocalDate folder, byte[] bytes) {
        List<CsvRecord> records = Landed.text(name, bytes).map(CsvParser::parse).orElse(List.of());
        List<String> header = records.isEmpty() ? List.of() : texts(records.get(0));
        Parcel parcel = new Parcel(name.extract(), name.who(), name.date(), folder, header);
        parcel.isGzip = name.isGzip();
        parcel.seq = name.seq().signum() == 0 ? "" : name.seq().toString();
        if (isReadable(name, records)) {
            records.stream().skip(1).forEach(r -> parcel.entries.add(new Parcel.Entry(texts(r))));
        } else {
            parcel.broken = bytes;
        }
        return parcel;
    }

    /** What the generator has broken already stays as it is. */
    private static boolean isReadable(FileName name, List<CsvRecord> records) {
        Shape shape = Shape.BY_EXTRACT.get(name.extract());
        return !records.isEmpty()
                && (shape == null
                        || Header.of(records.get(0), shape, Layout.PLAIN).isPresent());
    }

    private static List<String> texts(CsvRecord record) {
        return record.fields().stream()
                .map(f -> new String(f, StandardCharsets.UTF_8))
                .toList();
    }

    /** Two files may end under one name in one folder; the later one then is sent under a number of its own. */
    void write(Path extracts) throws IOException {
        Set<String> taken = new HashSet<>();
        for (Parcel parcel : all) {
            while (!taken.add(parcel.folder + "/" + parcel.name())) {
                parcel.seq = String.valueOf(parcel.seq.isEmpty() ? 2 : Integer.parseInt(parcel.seq) + 1);
            }
            Path folder = extracts.resolve(parcel.folder.toString());
            Files.createDirectories(folder);
            Files.write(folder.resolve(parcel.name()), parcel.bytes());
        }
    }

    LocalDate lastNight() {
        return all.stream().map(p -> p.folder).max(Comparator.naturalOrder()).orElseThrow();
    }

    String fresh(String prefix) {
        return prefix + "X" + ++fresh;
    }

    Optional<Parcel> file(Predicate<Parcel> wanted) {
        return any(all.stream()
                .filter(p -> p.broken == null && !p.extract.equals("control"))
                .filter(wanted)
                .toList());
    }

    /** A whole row of a file that is such. */
    Optional<Picked> row(Predicate<Parcel> wanted) {
        return file(wanted.and(p -> p.entries.stream().anyMatch(e -> e.garbled == null)))
                .map(p -> new Picked(
                        p,
                        any(p.entries.stream().filter(e -> e.garbled == null).toList())
                                .orElseThrow()));
    }

    Optional<Picked> row(String... extracts) {
        return row(p -> Set.of(extracts).contains(p.extract));
    }

    Optional<Picked> row(Predicate<Parcel> wanted, Predicate<Picked> ofRow) {
        List<Picked> rows = new ArrayList<>();
        for (Parcel parcel : all) {
            if (parcel.broken == null && wanted.test(parcel)) {
                parcel.entries.stream()
                        .filter(e -> e.garbled == null)
                        .map(e -> new Picked(parcel, e))
                        .filter(ofRow)
                        .forEach(rows::add);
            }
        }
        return any(rows);
    }

    <T> Optional<T> any(List<T> of) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(random.nextInt(of.size())));
    }

    LocalDate later(LocalDate night, int daysMax) {
        LocalDate later = night.plusDays(1L + random.nextInt(daysMax));
        return later.isAfter(lastNight()) ? night : later;
    }

    /** A file that holds only a copy of this row, after it in the order of taking: the same night or a later one. */
    Picked resend(Picked row) {
        Parcel parcel = row.parcel().without();
        Parcel.Entry entry = row.entry().copy();
        parcel.entries.add(entry);
        parcel.folder = random.nextInt(3) == 0 ? parcel.folder : later(parcel.folder, 4);
        boolean isRedated = !parcel.extract.equals("stock") && random.nextBoolean();
        parcel.date = isRedated ? parcel.folder : parcel.date;
        parcel.seq = String.valueOf(2 + random.nextInt(9));
        all.add(parcel);
        return new Picked(parcel, entry);
    }
}
