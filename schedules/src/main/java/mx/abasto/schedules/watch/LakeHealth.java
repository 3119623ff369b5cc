package mx.abasto.schedules.watch;

import static java.util.Objects.requireNonNull;

import mx.abasto.common.model.Secret;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the lake can be reached and the head of its chain read; DOWN otherwise. */
final class LakeHealth implements HealthIndicator {
    private final LakeGlances glances;
    private final String address;

    LakeHealth(LakeGlances glances, String address) {
        this.glances = requireNonNull(glances, "glances is null");
        this.address = Secret.maskedIn(address);
    }

    @Override
    public Health health() {
        LakeGlance glance = glances.current();
        Health.Builder health = glance.problem()
                .map(problem -> Health.down().withDetail("problem", problem))
                .orElseGet(Health::up)
                .withDetail("lake", address);
        glance.lastNight()
                .ifPresent(last -> health.withDetail("lastNight", last.night().toString())
                        .withDetail("runId", last.runId())
                        .withDetail("chainHead", last.sha256()));
        glance.holder().ifPresent(holder -> health.withDetail("holder", holder.name())
                .withDetail("heldSince", holder.since().toString()));
        return health.build();
    }
}
