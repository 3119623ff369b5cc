package mx.abasto.jobs.run;

/** The version of the code that runs, as its jar says. */
public final class CodeVersion {
    private CodeVersion() {}

    public static String current() {
        String version = CodeVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
