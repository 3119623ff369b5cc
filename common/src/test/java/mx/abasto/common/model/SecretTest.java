package mx.abasto.common.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTest {
    @Test
    void aSecretIsNotPrinted() {
        assertThat(new Secret("hush")).asString().isEqualTo("Secret[…]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sftp://ana:hush@host:22/in | sftp://host:22/in",
                "https://host/in | https://host/in",
                "jdbc:postgresql://db/abasto?user=ana&password=hush&ssl=true | jdbc:postgresql://db/abasto?user=ana&password=…&ssl=true",
                "jdbc:sqlserver://db;user=ana;PASSWORD=hush;x=1 | jdbc:sqlserver://db;user=ana;PASSWORD=…;x=1",
                "jdbc:oracle:thin:ana/hush@//db:1521/x | jdbc:oracle:thin:@//db:1521/x",
                "jdbc:oracle:thin:@//db:1521/x | jdbc:oracle:thin:@//db:1521/x"
            })
    void anAddressIsShownWithoutItsPasswords(String address, String shown) {
        assertThat(Secret.maskedIn(address)).isEqualTo(shown);
    }
}
