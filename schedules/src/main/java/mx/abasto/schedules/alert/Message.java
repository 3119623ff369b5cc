package mx.abasto.schedules.alert;

import java.util.List;

/**
 * What is sent to a channel at once: one phase of one or more alerts of a kind.
 *
 * @param title in one line
 * @param body what happened, what it means, and what to type
 */
record Message(Phase phase, Alert.Kind kind, List<Alert> alerts, String title, String body) {}
