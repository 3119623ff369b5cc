package mx.abasto.jobs.pull;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.util.Optional;
import mx.abasto.common.model.Secret;
import mx.abasto.common.model.Source;

/**
 * Who asks a server: the source's user and password, else those that stand before the server's name in its address.
 */
record Login(Optional<String> user, Optional<Secret> password) {

    static Login of(Source source, URI address) {
        String[] inAddress = requireNonNullElse(address.getUserInfo(), "").split(":", 2);
        Optional<String> user = Optional.ofNullable(source.access().user());
        Optional<Secret> password = Optional.ofNullable(source.access().password());
        return new Login(
                user.or(() -> Optional.of(inAddress[0]).filter(name -> !name.isEmpty())),
                password.or(() -> inAddress.length == 2 ? Optional.of(new Secret(inAddress[1])) : Optional.empty()));
    }

    /** The user as messages name him. */
    String shownUser() {
        return user.map(name -> "the user " + name).orElse("nobody in particular");
    }
}
