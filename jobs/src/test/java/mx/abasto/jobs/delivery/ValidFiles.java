package mx.abasto.jobs.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mx.abasto.common.model.Extract;
import mx.abasto.common.model.ExtractColumn;

/** Files of every extract in which each row reads well, and no two rows of any of them have a key in common. */
final class ValidFiles {
    private static final List<String> SITES =
            List.of("OCIMB000015", "OCIMB000020", "OCIMB000032", "OCIMB000044", "OCIMB000056");

    private ValidFiles() {}

    /**
     * A file of two to eight rows.
     *
     * @param number tells it from the others
     */
    static SentFile of(int number, LocalDate night, Random random) {
        Extract extract = Extract.values()[number % Extract.values().length];
        List<List<String>> rows = new ArrayList<>();
        for (int row = 2 + random.nextInt(7); row > 0; row--) {
            String unique = number + "-" + row;
            boolean isTransfer = random.nextBoolean();
            rows.add(extract.columns().stream()
                    .map(column -> value(extract, column, unique, night, isTransfer, random))
                    .toList());
        }
        List<String> header =
                extract.columns().stream().map(ExtractColumn::name).toList();
        return new SentFile(extract, "m" + number, night, header, rows).shuffled(random);
    }

    private static String value(
            Extract extract, ExtractColumn column, String unique, LocalDate night, boolean isTransfer, Random random) {
        String name = column.name();
        boolean isOfTransfer =
                extract == Extract.RECEIPTS && (name.equals("origin_clues") || name.equals("shipment_no"));
        if (isOfTransfer ? !isTransfer : !column.required() && random.nextInt(4) == 0 && !name.equals("lot")) {
            return "";
        }
        return switch (column.type()) {
            case TEXT -> name.substring(0, 1) + "é " + unique;
            case LOT -> extract == Extract.STOCK ? "L" + unique : "Lñ" + random.nextInt(5);
            case CLUES -> SITES.get(random.nextInt(SITES.size()));
            case CLAVE -> random.nextBoolean() ? "010.000.0104.00" : "060.004.0109";
            case DATE -> name.equals("expires_on") || name.equals("due_on") ? "2027-05-31" : night.toString();
            case INTEGER -> "" + (name.equals("line_no") ? 1 + random.nextInt(3) : 1 + random.nextInt(2_000));
            case FLAG -> "" + (random.nextInt(5) == 0);
            case SOURCE -> isTransfer ? "TRANSFER" : "SUPPLIER";
            case REASON -> random.nextBoolean() ? "FOUND" : "RECOUNT";
        };
    }
}
