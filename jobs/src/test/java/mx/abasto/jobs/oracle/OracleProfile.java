package mx.abasto.jobs.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The form of a source's files (contract section 3).
 *
 * @param layouts the extracts that its files hold; none: the files are the contract's own
 * @param addsRepeated rows of one cell in one count are added
 */
public record OracleProfile(String name, List<Layout> layouts, boolean addsRepeated) {

    static final OracleProfile CANONICAL = new OracleProfile("canonical", List.of(), false);

    /** An extract that takes a file. */
    record Reading(FileName name, Layout layout) {}

    public OracleProfile {
        layouts = List.copyOf(layouts);
    }

    /** Every extract that takes a file of this name, in the order of the configuration; control files too. */
    List<Reading> readings(String fileName) {
        Optional<FileName> plain = FileName.parse(fileName);
        if (layouts.isEmpty() || plain.filter(FileName::isControl).isPresent()) {
            return plain.map(name -> new Reading(name, Layout.PLAIN)).stream().toList();
        }
        List<Reading> readings = new ArrayList<>();
        for (Layout layout : layouts) {
            layout.name(fileName).ifPresent(name -> readings.add(new Reading(name, layout)));
        }
        return readings;
    }
}
