package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A shipment × clave, an order × clave or a prescription × clave: its lines, and when it was listed and named. */
final class Document {

    private final DocumentKey key;
    private final Set<LineHistory> lines = new LinkedHashSet<>();
    private final TreeSet<LocalDate> listedOn = new TreeSet<>();
    private final TreeSet<LocalDate> namedOn = new TreeSet<>();

    Document(DocumentKey key) {
        this.key = key;
    }

    DocumentKey key() {
        return key;
    }

    void name(LocalDate night) {
        namedOn.add(night);
    }

    void list(LocalDate night) {
        listedOn.add(night);
    }

    void add(LineHistory line) {
        lines.add(line);
    }

    /** A document that is not known begins anew, empty. */
    void forgetLines() {
        lines.clear();
    }

    boolean has(LineHistory line) {
        return lines.contains(line);
    }

    boolean isNamedOn(LocalDate night) {
        return namedOn.contains(night);
    }

    boolean isListedWithin(NightWindow window) {
        return window.holdsAny(listedOn);
    }

    /** Current versions that name this document and are not cancelled, of an extract. */
    List<Posted> inForce(String extract) {
        return lines.stream()
                .map(LineHistory::current)
                .filter(p -> p.isLive() && p.line().extract().equals(extract))
                .filter(p -> DocumentKey.of(p.line()).filter(key::equals).isPresent())
                .toList();
    }
}
