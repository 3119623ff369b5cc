package mx.abasto.jobs.oracle;

import java.nio.file.Path;
import java.util.List;

/**
 * Where files come from (contract section 3).
 *
 * @param folder holds one folder yyyy-MM-dd a night
 * @param sites what its files cover, where neither name nor control says so
 * @param isCumulative each file holds all that the sender has
 */
public record OracleSource(String name, Path folder, OracleProfile profile, List<String> sites, boolean isCumulative) {

    public OracleSource {
        sites = List.copyOf(sites);
    }

    static OracleSource canonical(Path folder) {
        return new OracleSource("network", folder, OracleProfile.CANONICAL, List.of(), false);
    }
}
