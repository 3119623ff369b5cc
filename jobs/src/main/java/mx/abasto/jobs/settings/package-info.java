/** The configuration: from {@code abasto.yml} to checked settings (contract section 3). */
@NullMarked
package mx.abasto.jobs.settings;

import org.jspecify.annotations.NullMarked;
