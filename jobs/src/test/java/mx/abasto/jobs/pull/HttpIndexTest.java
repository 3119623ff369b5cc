package mx.abasto.jobs.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpIndexTest {
    private static final HttpIndex INDEX = new HttpIndex(URI.create("https://files.example/d%C3%ADas/2025/"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a href=\"stock.csv\">stock</a>                     | stock.csv",
                "<A class=x HREF='stock.csv' >stock</A>              | stock.csv",
                "<a href=stock.csv>stock</a>                         | stock.csv",
                "<a   href = \"./stock.csv\">stock</a>              | stock.csv",
                "<a href=\"stock%20uno%2B%25.csv\">stock</a>         | stock uno+%.csv",
                "<a href=\"a+b.csv\">stock</a>                       | a+b.csv",
                "<a href=\"100%.csv\">stock</a>                      | 100%.csv",
                "<a href=\"ñandú uno.csv\">stock</a>                 | ñandú uno.csv",
                "<a href=\"a&amp;b&#39;&#x27;.csv\">stock</a>        | a&b''.csv",
                "<a href=\"a.csv?raw=1&amp;x=y#top\">stock</a>       | a.csv",
                "<a href=\"/d%c3%adas/2025/stock.csv\">stock</a>     | stock.csv",
                "<a href=\"//files.example/días/2025/a.csv\">a</a>   | a.csv",
                "<a href=\"HTTPS://Files.example/días/2025/a.csv\">  | a.csv",
            })
    void aLinkToAFileOfTheFolderNamesIt(String html, String name) {
        assertThat(INDEX.names(html)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"?C=N;O=D\">Name</a>",
                "<a href=\"../\">up</a>",
                "<a href=\"..\">up</a>",
                "<a href=\"./\">here</a>",
                "<a href=\"\">here</a>",
                "<a href=\"#top\">top</a>",
                "<a href=\"older/\">older</a>",
                "<a href=\"older/stock.csv\">older</a>",
                "<a href=\"..%2Fstock.csv\">sly</a>",
                "<a href=\"/días/stock.csv\">above</a>",
                "<a href=\"/stock.csv\">above</a>",
                "<a href=\"https://elsewhere.example/días/2025/stock.csv\">elsewhere</a>",
                "<a href=\"http://files.example/días/2025/stock.csv\">unsafe</a>",
                "<a href=\"mailto:ti@files.example\">write</a>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<link href=\"style.css\">",
                "<a name=\"href\">x</a>",
                "stock.csv"
            })
    void anyOtherLinkNamesNothing(String html) {
        assertThat(INDEX.names(html)).isEmpty();
    }
}
