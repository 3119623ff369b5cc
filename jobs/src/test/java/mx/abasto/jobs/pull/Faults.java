package mx.abasto.jobs.pull;

import java.io.IOException;
import java.io.InterruptedIOException;

/** What a test server is to get wrong, until it is healed. Servers ask; tests set, and wait for it to have happened. */
final class Faults {
    static final int ALWAYS = Integer.MAX_VALUE;

    private int cutsLeft;
    private int hanging;
    private boolean isHungAtOnce;
    private boolean isHungHalfway;
    private boolean isRefusing;

    /** The next files, so many, break off in their middle. */
    synchronized void cutHalfway(int times) {
        cutsLeft = times;
    }

    /** Nothing is answered. */
    synchronized void hang() {
        isHungAtOnce = true;
    }

    /** Files stop coming in their middle. */
    synchronized void hangHalfway() {
        isHungHalfway = true;
    }

    /** Nobody is let in. */
    synchronized void refuse() {
        isRefusing = true;
    }

    synchronized void heal() {
        cutsLeft = 0;
        isHungAtOnce = false;
        isHungHalfway = false;
        isRefusing = false;
        notifyAll();
    }

    /** Waits until somebody waits in vain. */
    synchronized void awaitHung() throws InterruptedException {
        while (hanging == 0) {
            wait();
        }
    }

    synchronized boolean isRefusing() {
        return isRefusing;
    }

    /** Whether the file that is being opened is one to be cut. */
    synchronized boolean takeCut() {
        boolean isCut = cutsLeft > 0;
        if (isCut && cutsLeft != ALWAYS) {
            cutsLeft--;
        }
        return isCut;
    }

    synchronized boolean isHungHalfway() {
        return isHungHalfway;
    }

    /** To be called at each request. */
    synchronized void atRequest() throws IOException {
        while (isHungAtOnce) {
            hangAround();
        }
    }

    /** To be called in the middle of each file. */
    synchronized void atHalf() throws IOException {
        while (isHungHalfway) {
            hangAround();
        }
    }

    private void hangAround() throws IOException {
        hanging++;
        notifyAll();
        try {
            wait();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped").initCause(stopped);
        } finally {
            hanging--;
        }
    }
}
