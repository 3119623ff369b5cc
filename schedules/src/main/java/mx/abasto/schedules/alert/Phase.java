package mx.abasto.schedules.alert;

/** What is said of an alert: that it has come up, that it still stands, that it is over. */
enum Phase {
    RAISED,
    REMINDER,
    CLEARED
}
