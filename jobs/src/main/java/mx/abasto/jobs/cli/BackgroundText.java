package mx.abasto.jobs.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mx.abasto.jobs.story.Background;
import mx.abasto.jobs.story.Background.Order;
import mx.abasto.jobs.story.Background.Shipment;
import mx.abasto.jobs.story.Background.Silence;
import mx.abasto.jobs.story.Background.Stock;
import mx.abasto.jobs.story.DiscrepancyStory;
import mx.abasto.jobs.story.Words;
import org.jspecify.annotations.Nullable;

/** How the stock, shipment or order behind a discrepancy stood, in sentences. */
final class BackgroundText {
    private final DiscrepancyStory story;
    private final Words words;

    /** Sentences under a title; the title as its key among the messages. */
    record Paragraph(String title, List<String> sentences) {
        Paragraph {
            sentences = List.copyOf(sentences);
        }
    }

    BackgroundText(DiscrepancyStory story, Words words) {
        this.story = story;
        this.words = words;
    }

    /** What there is to say; nothing of most rules. */
    List<Paragraph> paragraphs() {
        Background background = story.background();
        List<Paragraph> paragraphs = new ArrayList<>();
        if (background.stock() != null) {
            paragraphs.add(new Paragraph("back.stock", stock(background.stock())));
        }
        if (!background.shipments().isEmpty()) {
            paragraphs.add(new Paragraph(
                    "back.shipment",
                    background.shipments().stream().map(this::shipment).toList()));
        }
        if (!background.orders().isEmpty()) {
            paragraphs.add(new Paragraph(
                    "back.order", background.orders().stream().map(this::order).toList()));
        }
        if (!background.silences().isEmpty()) {
            paragraphs.add(new Paragraph(
                    "back.silence",
                    background.silences().stream().map(this::silence).toList()));
        }
        return paragraphs;
    }

    private List<String> stock(Stock stock) {
        List<String> sentences = new ArrayList<>();
        String sums = stock.sums().stream()
                .map(each -> (each.pieces() < 0 ? "− " : "+ ")
                        + words.text("back.sum." + each.kind(), Math.abs(each.pieces()), detail(each.detail())))
                .collect(Collectors.joining(" "));
        sentences.add(words.text("back.book", stock.book(), sums.isEmpty() ? "0" : sums));
        Long variance = stock.lastVariance();
        sentences.add(
                variance == null
                        ? words.text("back.count.never")
                        : words.text(
                                variance == 0
                                        ? "back.count.same"
                                        : variance < 0 ? "back.count.fewer" : "back.count.more",
                                stock.lastCountedOn(),
                                Math.abs(variance)));
        if (stock.expiresOn() != null) {
            sentences.add(words.text("back.expires", stock.expiresOn()));
        }
        return sentences;
    }

    private String detail(@Nullable String detail) {
        if (detail == null) {
            return "";
        }
        return words.ifThere("back.detail." + detail)
                .or(() -> words.ifThere("reason." + detail).map(text -> text + " (" + detail + ")"))
                .orElse(detail);
    }

    private String shipment(Shipment shipment) {
        List<String> parts = new ArrayList<>();
        parts.add(words.text("back.shipment.lot", shipment.lot()));
        parts.add(
                shipment.shipped() == 0
                        ? words.text("back.shipment.unsent", site(shipment.originClues()))
                        : words.text(
                                "back.shipment.sent",
                                shipment.shipped(),
                                shipment.shippedOn(),
                                site(shipment.originClues()),
                                site(shipment.destinationClues()),
                                shipment.dueOn()));
        parts.add(
                shipment.received() == 0
                        ? words.text("back.shipment.unreceived")
                        : words.text(
                                "back.shipment.received",
                                shipment.received(),
                                shipment.firstReceivedOn(),
                                site(shipment.receivedClues())));
        parts.add(words.text("back.shipment.status", words.text("shipment." + shipment.status())));
        return String.join(" ", parts);
    }

    private String order(Order order) {
        return words.text(
                order.ordered() == 0 ? "back.order.unknown" : "back.order.known",
                order.ordered(),
                order.orderedOn(),
                site(order.destinationClues()),
                order.due(),
                order.received(),
                order.lastReceivedOn());
    }

    private String silence(Silence silence) {
        String nights = silence.absent().stream().map(LocalDate::toString).collect(Collectors.joining(", "));
        String key = silence.asked() == 0 ? "never" : silence.absent().isEmpty() ? "whole" : "absent";
        String text = words.text(
                "back.silence." + key,
                site(silence.clues()),
                words.text("extract." + silence.extract()),
                silence.from(),
                silence.until(),
                nights,
                silence.asked());
        return silence.unreadableRows() == 0
                ? text
                : text + " " + words.count("back.silence.unread", silence.unreadableRows());
    }

    private String site(@Nullable String clues) {
        return clues == null ? "–" : story.site(clues).label();
    }
}
