package mx.abasto.jobs.synthetic;

import java.time.LocalDate;

/** A prescription, whose lines go on being numbered wherever and whenever it is filled. */
final class Prescription {

    private final String number;
    private final LocalDate writtenOn;
    private int lines;

    Prescription(String number, LocalDate writtenOn) {
        this.number = number;
        this.writtenOn = writtenOn;
    }

    String number() {
        return number;
    }

    LocalDate writtenOn() {
        return writtenOn;
    }

    int nextLine() {
        return ++lines;
    }
}
