package mx.abasto.jobs.cli;

import java.util.List;
import java.util.Optional;

/** The states by INEGI code, 01 to 32, and the two letters that a CLUES of each begins with. */
final class States {
    private static final List<String> PREFIXES = List.of(
            "AS", "BC", "BS", "CC", "CL", "CM", "CS", "CH", "DF", "DG", "GT", "GR", "HG", "JC", "MC", "MN", "MS", "NT",
            "NL", "OC", "PL", "QT", "QR", "SP", "SL", "SR", "TC", "TS", "TL", "VZ", "YN", "ZS");

    private States() {}

    /** The letters of a state; empty if the text is no state's code. */
    static Optional<String> prefixOf(String code) {
        if (!code.matches("\\d{2}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(code);
        return number < 1 || number > PREFIXES.size() ? Optional.empty() : Optional.of(PREFIXES.get(number - 1));
    }
}
