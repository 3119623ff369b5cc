package mx.abasto.jobs.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The folder of a {@link SparseNetwork}: reference data, `abasto.yml`, and the files of four sources. */
final class SparseFiles {

    static final String UNITS = "unidades.csv";
    static final Layout DIARY_USED = new Layout(
            "consumptions",
            "diario",
            Map.of("document_no", "FOLIO", "clues", "UNIDAD", "consumed_on", "FECHA"),
            Map.of(),
            Map.of("clues", UNITS));
    static final Layout DIARY_ADJUSTED = new Layout(
            "adjustments",
            "diario",
            Map.of("document_no", "FOLIO", "clues", "UNIDAD", "adjusted_on", "FECHA"),
            Map.of("reason", "RECOUNT"),
            Map.of("clues", UNITS));
    static final Layout SHELVES = new Layout("stock", "anaquel", Map.of(), Map.of(), Map.of());

    /** A file that was sent: its name without the date. */
    record Sent(LocalDate on, String source, String nameStart, byte[] bytes) {}

    private final Path folder;
    private final List<Sent> sent = new ArrayList<>();

    SparseFiles(Path folder) {
        this.folder = folder;
    }

    Path reference() {
        return folder.resolve("reference");
    }

    Path configuration() {
        return folder.resolve("abasto.yml");
    }

    Path lake() {
        return folder.resolve("lake");
    }

    List<Sent> sent() {
        return sent;
    }

    List<OracleSource> sources() {
        OracleProfile diary = new OracleProfile("diario", List.of(DIARY_USED, DIARY_ADJUSTED), false);
        OracleProfile shelves = new OracleProfile("anaqueles", List.of(SHELVES), true);
        return List.of(
                source("network", OracleProfile.CANONICAL, false),
                source("history", OracleProfile.CANONICAL, true),
                source("diaries", diary, false),
                source("shelves", shelves, false));
    }

    private OracleSource source(String name, OracleProfile profile, boolean isCumulative) {
        return new OracleSource(name, folder.resolve(name), profile, List.of(), isCumulative);
    }

    void reference(String name, List<String> lines) {
        write(reference().resolve(name), text(lines));
    }

    void configure(OracleSettings settings) {
        List<String> yaml = new ArrayList<>(List.of(
                "abasto:",
                "  lake: lake",
                "  work: work",
                "  reference: reference",
                "  transit-days: " + settings.transitDays(),
                "  grace-days: " + settings.graceDays(),
                "  retire-days: " + settings.retireDays(),
                "  sources:"));
        for (OracleSource source : sources()) {
            yaml.add("    - name: " + source.name());
            yaml.add("      uri: " + source.name() + "/{date}");
            yaml.add("      profile: " + source.profile().name());
            if (source.isCumulative()) {
                yaml.add("      cumulative: true");
            }
        }
        yaml.add("  profiles:");
        for (OracleSource source : sources()) {
            if (!source.profile().layouts().isEmpty()) {
                addProfile(source.profile(), yaml);
            }
        }
        write(configuration(), text(yaml));
    }

    private static void addProfile(OracleProfile profile, List<String> yaml) {
        yaml.add("    " + profile.name() + ":");
        if (profile.addsRepeated()) {
            yaml.add("      repeated: add");
        }
        yaml.add("      files:");
        profile.layouts()
                .forEach(layout -> yaml.add(
                        "        %s: \"%s_{who}_{date:yyyyMMdd}.csv\"".formatted(layout.extract(), layout.prefix())));
        if (profile.layouts().stream().allMatch(layout -> layout.columnsInYaml().isEmpty())) {
            return;
        }
        yaml.add("      columns:");
        for (Layout layout : profile.layouts()) {
            yaml.add("        " + layout.extract() + ":");
            layout.columnsInYaml().forEach(line -> yaml.add("          " + line));
        }
    }

    /** @param name extract or prefix, and who, joined by an underscore */
    void send(LocalDate night, String source, String name, String seq, List<String> lines) {
        send(night, new Sent(night, source, name, text(lines)), seq);
    }

    void send(LocalDate night, Sent content, String seq) {
        String day = night.format(DateTimeFormatter.BASIC_ISO_DATE);
        String name = content.nameStart() + "_" + day + (seq.isEmpty() ? "" : "_" + seq) + ".csv";
        write(folder.resolve(content.source()).resolve(night.toString()).resolve(name), content.bytes());
        sent.add(new Sent(night, content.source(), content.nameStart(), content.bytes()));
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
