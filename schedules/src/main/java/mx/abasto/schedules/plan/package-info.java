/** When what is to run: the schedules of the configuration, their fire times, the coming week. */
@NullMarked
package mx.abasto.schedules.plan;

import org.jspecify.annotations.NullMarked;
