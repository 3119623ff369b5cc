package mx.abasto.jobs.benchmark;

import java.util.Map;

/**
 * One run of something.
 *
 * @param seconds from its start to its end
 * @param peakMib the most resident memory of the process, as Linux's VmHWM; −1 where that is not known
 * @param writtenMib what the process handed to the system to write; −1 where that is not known
 * @param stepMib the most that each step's folder was seen to hold
 */
record Sample(double seconds, double peakMib, double writtenMib, Map<String, Double> stepMib) {

    /** Of something that has no process of its own. */
    static Sample of(double seconds) {
        return new Sample(seconds, -1, -1, Map.of());
    }
}
