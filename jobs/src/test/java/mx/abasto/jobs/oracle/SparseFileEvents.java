package mx.abasto.jobs.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What happens to whole files on the nights of a {@link SparseNetwork}. */
final class SparseFileEvents {

    private final SparseNetwork network;

    SparseFileEvents(SparseNetwork network) {
        this.network = network;
    }

    /** A count shelf by shelf: rows of one cell are added, unless one of them is bad or the sum is out of range. */
    void countShelves() {
        List<String> lines = new ArrayList<>(List.of(SentRow.header(Shape.STOCK)));
        String start = SparseNetwork.CENTRE + "," + network.today() + "," + network.any(SparseNetwork.CLAVES) + ",";
        lines.add(start + "L1,,10");
        lines.add(start + "L1,,10");
        lines.add(start + "L1," + network.first.plusDays(90) + "," + network.random.nextInt(20));
        lines.add(start + "L2,,5");
        switch (network.random.nextInt(5)) {
            case 0 -> lines.add(start + "L2,,many");
            case 1 -> {
                lines.add(start + "L3,,999999999999");
                lines.add(start + "L3,,1");
            }
            case 2 -> lines.add(start + ",,4");
            default -> {
                // Nothing bad.
            }
        }
        network.files.send(network.today(), "shelves", "anaquel_" + SparseNetwork.CENTRE, "", lines);
    }

    /** A file that is two extracts, and comes again with other nights. */
    void keepDiary() {
        List<String> lines = new ArrayList<>(List.of("FOLIO,line_no,UNIDAD,FECHA,clave,lot,quantity"));
        String folio = network.number("D");
        int rows = 1 + network.random.nextInt(3);
        for (int row = 1; row <= rows; row++) {
            String unit = network.oneIn(2) ? SparseNetwork.NEW_UNIT : "Hospital General";
            lines.add(folio + "," + row + "," + unit + "," + network.today() + "," + network.any(SparseNetwork.CLAVES)
                    + ",L1," + (1 + network.random.nextInt(9)));
        }
        if (network.oneIn(4)) {
            lines.add(folio + ",9");
        }
        if (network.oneIn(8)) {
            // Neither extract then has the column that it must have.
            lines.set(0, lines.get(0).replace("quantity", "CANTIDAD"));
        }
        String name = "diario_" + network.number("Libro-");
        network.files.send(network.today(), "diaries", name, "", lines);
        for (int gap : List.of(1 + network.random.nextInt(40), 30 + network.random.nextInt(20))) {
            network.after(gap, () -> network.files.send(network.today(), "diaries", name, "", lines));
        }
    }

    /** The same bytes as some night before, under another name. */
    void sendAgain() {
        List<SparseFiles.Sent> sent = network.files.sent();
        LocalDate wanted = network.today().minusDays(network.any(List.of(1, 3, 20, 33, 34, 35, 36, 37, 60, 75)));
        List<SparseFiles.Sent> ofThatNight = sent.stream()
                .filter(file -> file.on().equals(wanted) && !file.source().equals("history"))
                .toList();
        if (ofThatNight.isEmpty()) {
            return;
        }
        SparseFiles.Sent file = network.any(ofThatNight);
        String seq = file.source().equals("network") ? "7" : "";
        boolean isTaken = sent.stream()
                .anyMatch(f -> f.on().equals(network.today()) && f.nameStart().equals(file.nameStart()));
        if (!isTaken || !seq.isEmpty()) {
            network.files.send(network.today(), file, seq);
        }
    }

    /** One row is for a day that has not come; the same bytes come again when it has, and once more. */
    void dateAhead() {
        int ahead = 1 + network.random.nextInt(5);
        String document = network.number("F");
        String tail = ",ward," + network.any(SparseNetwork.CLAVES) + ",L1,";
        List<String> lines = List.of(
                SentRow.header(Shape.CONSUMPTIONS),
                document + ",1," + SparseNetwork.HOSPITAL + "," + network.today() + tail + "2,",
                document + ",2," + SparseNetwork.HOSPITAL + ","
                        + network.today().plusDays(ahead) + tail + "3,");
        String name = "consumptions_" + network.number("Agenda-");
        for (int gap : List.of(0, 1, ahead, ahead + 2, ahead + 36)) {
            if (gap == 0 || network.oneIn(2)) {
                network.after(gap, () -> network.files.send(network.today(), "network", name, "", lines));
            }
        }
    }
}
