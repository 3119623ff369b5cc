package mx.abasto.schedules.alert;

import java.time.Instant;

/** An alert, and when it was first raised. */
record StandingAlert(Alert alert, Instant raisedAt) {}
