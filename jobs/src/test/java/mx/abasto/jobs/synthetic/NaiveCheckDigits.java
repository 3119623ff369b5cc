package mx.abasto.jobs.synthetic;

import java.util.HashMap;
import java.util.Map;

/** What a state's letters add to the check digit of its CLUES, as published. */
final class NaiveCheckDigits {

    static final Map<String, Integer> STATES = states();

    private NaiveCheckDigits() {}

    private static Map<String, Integer> states() {
        String table = "AS1 BC3 BS6 CC1 CH5 CL4 CM2 CS4 DF0 DG5 GR5 GT1 HG4 JC1 MC2 MN1 MS5 NL3 NT1 OC5 PL6 QR6 QT2"
                + " SL0 SP6 SR2 TC2 TL5 TS5 VZ1 YN5 ZS0";
        Map<String, Integer> states = new HashMap<>();
        for (String entry : table.split(" ")) {
            states.put(entry.substring(0, 2), entry.charAt(2) - '0');
        }
        return states;
    }
}
