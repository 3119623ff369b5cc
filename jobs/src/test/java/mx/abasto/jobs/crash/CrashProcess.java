package mx.abasto.jobs.crash;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import mx.abasto.jobs.cli.RunCommand;
import mx.abasto.jobs.crash.Order.Reply;
import tools.jackson.databind.json.JsonMapper;

/** Another process: runs commands, each as it is told on its standard input, and lets them fail at a point. */
public final class CrashProcess {
    static final String REPLY = "reply ";
    static final JsonMapper JSON = new JsonMapper();

    private CrashProcess() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            Reply reply = carryOut(JSON.readValue(line, Order.class));
            System.out.println(REPLY + JSON.writeValueAsString(reply));
        }
        System.exit(0);
    }

    private static Reply carryOut(Order order) {
        Points points = Points.watch(order);
        try {
            RunCommand.Result ran =
                    requireNonNull(Points.other("process", () -> run(order), IllegalStateException::new));
            Points.other("process end", () -> ran, IllegalStateException::new);
            return new Reply(ran.exit(), ran.out(), ran.err(), points.reached(), points.isFired());
        } finally {
            Points.stop();
        }
    }

    private static RunCommand.Result run(Order order) {
        return RunCommand.with(
                Path.of(order.home()).resolve("abasto.yml"), order.words().toArray(String[]::new));
    }
}
