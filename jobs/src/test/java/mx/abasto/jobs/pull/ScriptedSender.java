package mx.abasto.jobs.pull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import mx.abasto.common.model.ExtractFileName;

/** A source whose answers are written down beforehand: what it lists each time it is asked, and what goes wrong. */
final class ScriptedSender implements Sender {
    /** An answer to a listing; given over and over once it is the last. */
    interface Answer {
        List<DeliveredFile> offers() throws IOException;
    }

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Map<String, String> texts = new HashMap<>();
    final List<String> opened = new ArrayList<>();
    final CountDownLatch closed = new CountDownLatch(1);

    ScriptedSender answers(Answer answer) {
        answers.add(answer);
        return this;
    }

    ScriptedSender lists(DeliveredFile... files) {
        return answers(() -> List.of(files));
    }

    ScriptedSender holds(String name, String text) {
        texts.put(name, text);
        return this;
    }

    /** A file as a listing shows it. */
    static DeliveredFile file(String name, long bytes, Instant modifiedAt) {
        return new DeliveredFile(
                "units",
                name,
                "file:///units",
                List.of(ExtractFileName.parse(name).orElseThrow()),
                bytes,
                modifiedAt);
    }

    @Override
    public List<DeliveredFile> offers() throws IOException {
        Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
        return answer.offers();
    }

    @Override
    public InputStream open(DeliveredFile file) throws IOException {
        opened.add(file.path());
        String text = texts.get(file.path());
        if (text == null) {
            throw new IOException("the line went dead");
        }
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
