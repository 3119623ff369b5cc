/** What runs the jobs: the command line and the scheduler open them here, and ask here what can be known beforehand. */
@NullMarked
package mx.abasto.jobs.context;

import org.jspecify.annotations.NullMarked;
