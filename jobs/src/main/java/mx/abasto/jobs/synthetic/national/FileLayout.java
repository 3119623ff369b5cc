package mx.abasto.jobs.synthetic.national;

/** Into how many files a night's extracts go (contract section 2, files). */
public enum FileLayout {
    /** A file for each state and extract, and a control that names the sites it covers. */
    BY_STATE,
    /** A file for each site and extract that has rows; the state's control announces those that have none. */
    BY_SITE
}
