package mx.abasto.common.model;

import static java.util.Objects.requireNonNull;

/** A password or passphrase: never printed, logged or published, whoever prints what holds it. */
public record Secret(String text) {
    public Secret {
        requireNonNull(text, "text is null");
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
