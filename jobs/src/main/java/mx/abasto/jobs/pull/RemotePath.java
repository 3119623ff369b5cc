package mx.abasto.jobs.pull;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;

/** Paths on servers. */
final class RemotePath {
    private RemotePath() {}

    /** A folder's path as its server knows it, percent signs decoded, without the slash at its end. */
    static String of(URI folder) {
        String path = requireNonNullElse(folder.getPath(), "").replaceFirst("/+$", "");
        return path.isEmpty() ? "/" : path;
    }

    /** The path of a file in a folder. */
    static String of(URI folder, String name) {
        String path = of(folder);
        return path.endsWith("/") ? path + name : path + "/" + name;
    }

    /** Whether what a server calls a file can be the name of one in the folder asked for. */
    static boolean isName(String name) {
        return !name.isEmpty() && !name.equals(".") && !name.equals("..") && !name.contains("/");
    }
}
