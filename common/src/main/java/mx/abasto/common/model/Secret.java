package mx.abasto.common.model;

import static java.util.Objects.requireNonNull;

/** A password or passphrase: never printed, logged or published, whoever prints what holds it. */
public record Secret(String text) {
    public Secret {
        requireNonNull(text, "text is null");
    }

    /** An address without the passwords that an address can carry. */
    public static String maskedIn(String address) {
        return address.replaceAll("(?<=://)[^/@\\s]*@", "")
                .replaceAll("(?<=:)[^:/@\\s]+/[^@\\s]*@", "@")
                .replaceAll("(?i)(password|passwd|pwd|token)=[^&;]*", "$1=…");
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
