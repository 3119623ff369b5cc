package mx.abasto.jobs.synthetic;

import java.util.Set;

/** Faults of one sort: which kinds they are, and how each is planted. */
interface FaultFamily {

    Set<FaultKind> kinds();

    /** Plants one of its kinds tonight; false if there is no place for it, and then nothing goes wrong anywhere. */
    boolean plant(FaultKind kind, int night);
}
