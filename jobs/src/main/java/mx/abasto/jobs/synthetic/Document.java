package mx.abasto.jobs.synthetic;

/** A document whose lines are numbered as they are written. */
final class Document {

    private final String number;
    private int lines;

    Document(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    int nextLine() {
        return ++lines;
    }
}
