package mx.abasto.jobs.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import mx.abasto.common.model.CheckDigit;

/** The real reference data that the product keeps: establishments, claves, states. */
public final class RealData {

    /** How many claves there are, so that options can be checked before anything is read. */
    static final int CLAVES = 2840;

    public record Establishment(String clues, SiteKind kind, String name, State state) {}

    public record Supply(String clave, String group, String programme, String description) {}

    public record State(String code, String prefix, String name, String region) {

        /** The CLUES of institution IMB with this number, check digit included (contract section 1). */
        public String clues(int number) {
            return "%sIMB%05d%d".formatted(prefix, number, CheckDigit.of(prefix, number));
        }
    }

    private final List<State> states;
    private final List<Establishment> register;
    private final List<Establishment> sound;
    private final List<Supply> keys;

    private RealData(List<State> states, List<Establishment> establishments, List<Supply> keys) {
        this.states = states;
        this.register = establishments;
        this.sound = establishments.stream().filter(RealData::hasSoundCode).toList();
        this.keys = keys;
    }

    public static RealData load() {
        List<State> states = rows("states.tsv").stream()
                .map(row -> new State(row[0], row[1], row[2], row[3]))
                .toList();
        List<Establishment> establishments = rows("sites.tsv.gz").stream()
                .map(row -> new Establishment(row[0], SiteKind.valueOf(row[1]), row[2], stateOf(row[0], states)))
                .toList();
        List<Supply> keys = rows("claves.tsv.gz").stream()
                .map(row -> new Supply(row[0], row[1], row[2], row[3]))
                .toList();
        return new RealData(states, establishments, keys);
    }

    private static State stateOf(String clues, List<State> states) {
        return states.stream()
                .filter(state -> clues.startsWith(state.prefix()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no state of states.tsv has the prefix of " + clues));
    }

    private static List<String[]> rows(String name) {
        try (InputStream stream = RealData.class.getResourceAsStream("/synthetic/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("resource /synthetic/" + name + " is missing: build the jar again");
            }
            InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
            BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
            return reader.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("resource /synthetic/" + name + " cannot be read", e);
        }
    }

    public List<State> states() {
        return states;
    }

    /** Every unit of the register. Three of their codes fail the check digit, which REF-03 reports. */
    public List<Establishment> register() {
        return register;
    }

    /** The units whose codes are sound. */
    List<Establishment> establishments() {
        return sound;
    }

    private static boolean hasSoundCode(Establishment site) {
        int number = Integer.parseInt(site.clues().substring(5, 10));
        return site.state().clues(number).equals(site.clues());
    }

    public List<Supply> keys() {
        return keys;
    }
}
